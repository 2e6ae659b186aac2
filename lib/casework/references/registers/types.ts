import type { CivilDate } from "@/lib/platform/time/calendar";

/** One official number of any case that the person may see. */
export type ReferenceRow = {
  id: string;
  caseId: string;
  pseudonym: string;
  code: string;
  kind: string;
  state: "issued" | "not_yet_issued" | "withdrawn";
  /** As displayed; null while it is not yet issued. */
  display: string | null;
  issuer: string | null;
  issuedOn: CivilDate | null;
  receivedVia: string | null;
  recordedAt: Date;
};

export type PacketStatus =
  | "building"
  | "failed"
  | "cancelled"
  | "ready"
  | "approved"
  | "returned"
  | "handed_over"
  | "withdrawn";

/** One packet of any visible case, with its officer's progress. */
export type PacketRow = {
  id: string;
  caseId: string;
  pseudonym: string;
  caseCode: string;
  kind: string;
  code: string;
  version: number;
  receiver: string;
  status: PacketStatus;
  pages: number | null;
  draftedBy: string;
  draftedAt: Date;
  /** Given in the portal or by a link. */
  deliveredAt: Date | null;
  /** Left on paper, or otherwise outside the portal. */
  sentAt: Date | null;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
};

export type RegisterView = { kind?: readonly string[]; state?: readonly string[]; after?: string; before?: string };

/** Newest first. The marks are ids; undefined at an end. */
export type RegisterPage<Row> = { rows: Row[]; before: string | undefined; after: string | undefined };
