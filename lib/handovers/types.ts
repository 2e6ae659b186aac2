import type { PacketStatus } from "@/lib/packets/types";

export type HandoverEventName = "delivered" | "opened" | "downloaded" | "acknowledged" | "numbered";

export type HandoverEventView = { id: string; event: HandoverEventName; at: Date; note: string | null };

/** One packet in an officer's inbox. Nothing else of the organisation is in it. */
export type InboxItem = {
  handoverId: string;
  code: string;
  kind: string;
  version: number;
  status: PacketStatus;
  pages: number | null;
  fileSize: number | null;
  deliveredAt: Date;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
  /** A newer version that was handed to the same officer. */
  newer: { handoverId: string; version: number } | null;
};

export type HandoverView = InboxItem & {
  orgName: string;
  receiver: string;
  message: string | null;
  /** The file is not given out now. */
  heldBack: boolean;
  fileSha256: string | null;
  builtAt: Date | null;
  approvedAt: Date | null;
  withdrawnNote: string | null;
  downloadedAt: Date | null;
  acknowledgedNote: string | null;
  events: HandoverEventView[];
  numbers: { id: string; label: string; display: string; recordedAt: Date }[];
};

/** For staff: one handover with everything that happened to it. */
export type DeliveryView = {
  id: string;
  liaisonName: string;
  rank: string;
  agency: string;
  unit: string;
  deliveredAt: Date;
  deliveredBy: string;
  message: string | null;
  events: HandoverEventView[];
};

/** An officer whom a packet can be given to: whether a release covers them today, and whether they have it already. */
export type OfficerChoice = {
  id: string;
  name: string;
  rank: string;
  agency: string;
  unit: string;
  covered: boolean;
  holdsIt: boolean;
};
