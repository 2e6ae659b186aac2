import type { DraftContent } from "./input";

export type PacketStatus =
  | "building"
  | "failed"
  | "cancelled"
  | "ready"
  | "approved"
  | "returned"
  | "handed_over"
  | "withdrawn";

export const packetKindKeys = [
  "mla_dossier",
  "interpol_briefing",
  "preservation_briefing",
  "docket_pack",
  "refusal_complaint",
] as const;
export type PacketKindKey = (typeof packetKindKeys)[number];

/** Who a packet is for. A release names one of these, so that it can be checked. */
export const receiverRoles = [
  "investigating_officer",
  "prosecutor",
  "central_authority",
  "other_side",
  "ncb",
  "station",
  "complaints_body",
] as const;
export type ReceiverRole = (typeof receiverRoles)[number];

/** Groups of questions that the form of a draft may ask. */
export const draftParts = [
  "stage",
  "screening",
  "asks",
  "reasons",
  "ncb",
  "emergency",
  "letter",
  "refusal",
  "exhibits",
] as const;
export type DraftPart = (typeof draftParts)[number];

/** What a kind of packet is, beside its sections and its checklist. Adding a kind is one of these, and those two. */
export type PacketKind = {
  key: PacketKindKey;
  /** `MLA pre-request dossier` */
  label: string;
  /** For lists and running heads: `INTERPOL briefing`. */
  short: string;
  /** What it is not, before anything else. */
  notice: { title: string; text: string };
  receivers: readonly ReceiverRole[];
  asks: readonly DraftPart[];
  /** Beside the served part: a sealed annex, and the draft request as an editable file. */
  hasAnnex: boolean;
  hasRequest: boolean;
};

/** One line of the checklist as kept with a packet. An override stands beside the fail; it never hides it. */
export type PreflightView = {
  id: string;
  result: "pass" | "fail" | "na";
  text: string;
  reason: string;
  field: string;
  /** Where the rule was read, and how well: `X law enforcement guidelines`, `V`. Packets of earlier releases kept neither. */
  source?: string;
  mark?: string;
  /** The page of the case that mends it, under the case's own address. */
  link?: { path: string; words: string };
  override?: { by: string; reason: string };
};

export type BuildProgress = {
  status: PacketStatus;
  stage: string;
  done: number;
  total: number;
  error: string | null;
};

export type HolderView = {
  handoverId: string;
  liaisonName: string;
  rank: string;
  agency: string;
  unit: string;
  deliveredAt: Date;
  openedAt: Date | null;
  downloadedAt: Date | null;
  acknowledgedAt: Date | null;
  /** Official numbers that this officer recorded. */
  numbers: string[];
};

export type PacketRow = {
  id: string;
  code: string;
  kind: string;
  version: number;
  receiver: string;
  status: PacketStatus;
  pages: number | null;
  fileSize: number | null;
  draftedAt: Date;
  draftedBy: string;
  holders: HolderView[];
};

export type CasePackets = { rows: PacketRow[]; zone: string };

export type PacketView = PacketRow & {
  caseId: string;
  caseCode: string;
  pseudonym: string;
  zone: string;
  draft: DraftContent;
  preflight: PreflightView[];
  progress: BuildProgress;
  fileSha256: string | null;
  builtAt: Date | null;
  draftedById: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  supersedes: { id: string; version: number } | null;
  supersededBy: { id: string; version: number; status: PacketStatus } | null;
};

export type AccountChoice = { code: string; platform: string; name: string; platformId: string | null; entity: string };
export type ExhibitChoice = { code: string; title: string; size: number };

/** What the form of a new packet offers, and what it starts with. */
export type DraftChoices = {
  caseId: string;
  caseCode: string;
  accounts: AccountChoice[];
  exhibits: ExhibitChoice[];
  nextVersion: number;
  code: string;
  start: Partial<DraftContent>;
};
