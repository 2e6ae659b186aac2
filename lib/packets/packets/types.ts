import type { Active } from "@/lib/evidence/exhibits/types";
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

/** A part that was kept: its sealed file, and what anybody may check of it. */
export type KeptPart = {
  part: PacketPartKey;
  name: string;
  mime: string;
  fileId: string;
  keyId: string;
  sha256: string;
  size: number;
  pages: number | null;
};

/** A part to keep: `write` gives its bytes piece by piece and, at the end, how many pages it has. */
export type PartToKeep = {
  part: PacketPartKey;
  name: string;
  mime: string;
  write: () => AsyncGenerator<Uint8Array, { pages: number } | undefined>;
};

/** A finished file that is read here and there: `to` is exclusive. */
type RandomSource = { size: number; read: (from: number, to: number) => Promise<Uint8Array> };

/** Where the parts of one building go: sealed storage, or a folder of an operator. */
export type PartStore = {
  keep: (part: PartToKeep) => Promise<KeptPart>;
  /** Reopens what was stored, to read it again. */
  reopen: (part: KeptPart) => Promise<RandomSource>;
  kept: readonly KeptPart[];
  /** Removes what was kept: a building that fails leaves nothing. */
  dropAll: () => Promise<void>;
};

/** Groups of questions that the form of a draft may ask. */
const draftParts = [
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

/** A kind of packet, apart from its sections and its checklist. A new kind needs all three. */
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
  /** In addition to the served part: a sealed annex, and the draft request as an editable file. */
  hasAnnex: boolean;
  hasRequest: boolean;
};

/** One line of the checklist as stored with a packet. An override is shown with the failure; it never hides it. */
export type PreflightView = {
  id: string;
  result: "pass" | "fail" | "na";
  text: string;
  reason: string;
  field: string;
  /** No reason overrides this failure: it must be corrected. */
  hard?: boolean;
  /** Where the rule was read, and how well: `X law enforcement guidelines`, `V`. Packets of earlier releases kept neither. */
  source?: string;
  mark?: string;
  /** The page where it can be fixed, relative to the case. */
  link?: { path: string; words: string };
  override?: { by: string; reason: string };
};

export type BuildProgress = {
  status: PacketStatus;
  stage: string;
  done: number;
  total: number;
  error: string | null;
  /** The exhibit that is worked on, or at which it ended: `E-12`. */
  exhibit?: string;
  /** When this run was requested: an instant in UTC. */
  since: string;
  /** Somebody cancelled it, and the job has not reached its next step yet. */
  stopping: boolean;
};

/**
 * The files that a packet may have; the served part and the sealed annex are for reading, the rest accompanies them. The
 * sender's copy stays with the organisation.
 */
export const packetPartKeys = [
  "served",
  "annex",
  "request",
  "manifest",
  "manifest_signature",
  "case_uco",
  "verifier",
  "originals",
  "sender",
  "withdrawn_copy",
  "superseded_copy",
] as const;
/** Each letter to a provider is a part of its own: `letter-1` to print, `letter-1-docx` to edit. */
export type LetterKey = `letter-${number}` | `letter-${number}-docx`;
export const letterPattern = /^letter-([1-9]\d?)(-docx)?$/;
export type PacketPartKey = (typeof packetPartKeys)[number] | LetterKey;

/** The served part once more, with the word on every page: what is given out of a version that no longer counts. */
export const stampedCopies = { withdrawn: "withdrawn_copy", superseded: "superseded_copy" } as const;
export type CopyState = keyof typeof stampedCopies;
export type CopyKey = (typeof stampedCopies)[CopyState];

export type PacketPartView = {
  part: PacketPartKey;
  name: string;
  mime: string;
  sha256: string;
  size: number;
  pages: number | null;
};

/** How the holder received a version. */
type HeldBy = "portal" | "link" | "paper";

export type HolderView = {
  /** Of the handover or the dispatch. */
  id: string;
  how: HeldBy;
  /** An officer with rank and office, or an office in words. */
  who: string;
  /** The same without a name, for print: an office in words is given as its kind. */
  office: string;
  deliveredAt: Date;
  openedAt: Date | null;
  downloadedAt: Date | null;
  acknowledgedAt: Date | null;
  /** Official numbers that this officer recorded. */
  numbers: string[];
  /** The copy is recalled: still due, or what became of it. */
  recall: "due" | "returned" | "destroyed" | "kept" | null;
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

export type PacketEventName =
  | "drafted"
  | "built"
  | "failed"
  | "cancelled"
  | "retried"
  | "commented"
  | "approved"
  | "returned"
  | "withdrawn";

/** One line of the history of a packet. `by` is null for what the worker did. */
export type PacketEventView = {
  id: string;
  event: PacketEventName;
  at: Date;
  by: string | null;
  words: string | null;
  /** An approval by the requester. */
  own: boolean;
};

/** One approved version as anybody may check it. Instants in ISO 8601, UTC. */
export type CheckedVersion = {
  version: number;
  sha256: string;
  builtAt: string | null;
  approvedAt: string | null;
  withdrawnAt: string | null;
  replacedBy: number | null;
};

export type CasePackets = { rows: PacketRow[]; zone: string };

export type PacketView = PacketRow & {
  caseId: string;
  caseCode: string;
  pseudonym: string;
  zone: string;
  /** The time zone of the other country's capital, shown with the client's own. */
  zoneThere: string;
  draft: DraftContent;
  /** The kinds of assistance that it asks of the other country, by name. */
  helpAsked: string[];
  preflight: PreflightView[];
  progress: BuildProgress;
  fileSha256: string | null;
  builtAt: Date | null;
  draftedById: string;
  /** Decided by the requester, with a separate permission. */
  decidedByAuthor: boolean;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  supersedes: { id: string; version: number } | null;
  supersededBy: { id: string; version: number; status: PacketStatus } | null;
};

/** Something that can be asked for: the fields of the form that say so, and the time that is proposed. */
export type AskChoice = {
  key: string;
  /** The field that is ticked, and the group of fields for other dates. */
  name: string;
  ranges: string;
  account: string | null;
  class: "subscriber" | "traffic" | "content" | null;
  title: string;
  /** Who holds it, and in which country; null if not known, or for an office. */
  holder: string;
  country: string | null;
  records: string;
  /** What opens it there; null where it is only kept. */
  process: string | null;
  /** Instants in ISO 8601, UTC, or `creation` and `answer`. Empty: nothing to ask around, so dates have to be given. */
  times: { from: string; to: string; acts: string[] }[];
  hasTime: boolean;
};

/** Accounts by number, `A1, A4 to A9`: those without an id, and those of which the same is asked. */
export type AskGroups = {
  count: number;
  unknown: string;
  groups: { codes: string; ask: NonNullable<Partial<DraftContent>["asks"]>[string] }[];
};

export type AskChoices = {
  /** For each account; where those are grouped, one for each class. */
  asks: AskChoice[];
  /** Instead of one account after the other where there are many. */
  grouped: AskGroups | null;
  /** What the record does not hold, in words. */
  gaps: string[];
  /** Accounts whose data is had at home, by number. */
  atHome: { account: string; holder: string; text: string }[];
  /** The authority at home without which nothing can be asked; null where none is required. */
  authority: { isThere: boolean; missing: string; first: string[] } | null;
};

export type AccountChoice = { code: string; platform: string; name: string; platformId: string | null; entity: string };

/** `releases`: codes of the releases that are valid today and cover it. */
export type ExhibitChoice = {
  id: string;
  code: string;
  title: string;
  size: number;
  sensitivity: string;
  masked: boolean;
  /** A signed paper that names the client. */
  isPaper: boolean;
  /** How many covers of words there are; null for what is printed as pictures. */
  covers: number | null;
  flags: readonly string[];
  /** `Named .jpg, but it is a PDF document`; null when name and bytes agree. */
  misnamed: string | null;
  /** What its file does when opened, as far as it was inspected. */
  acts: readonly Active[];
  releases: readonly string[];
};

/** A release that is valid today: the office that it was signed for, and the officers whom it names and covers. */
type ReleaseChoice = {
  code: string;
  roles: readonly string[];
  until: string | null;
  officers: readonly string[];
};

type RefusalChoice = { id: string; label: string; hint: string };

/** What the form of a new packet offers, and what it starts with. */
export type DraftChoices = AskChoices & {
  caseId: string;
  caseCode: string;
  kind: PacketKindKey;
  accounts: AccountChoice[];
  exhibits: ExhibitChoice[];
  releases: ReleaseChoice[];
  refusals: RefusalChoice[];
  /** Where to phone in danger at the client's home, from the law data of the pair. */
  emergencyLine: string;
  nextVersion: number;
  code: string;
  /** The version that the answers were taken from; null on a first draft. */
  from: number | null;
  start: Partial<DraftContent>;
};

/** Something that a kind of packet cannot do without, and the page of the case where it is recorded. */
/** `path`: below the case, or a place of its own page as `#place`. */
export type KindNeed = { text: string; met: boolean; path: string };

/** A step of the ladder that a kind of packet belongs to. `opens` says what comes first while it is not open. */
export type KindStep = { key: string; title: string; level: number; levelName: string; word: string; opens: string[] };

/** One kind on the page where somebody chooses what to draft. */
export type KindChoice = {
  key: PacketKindKey;
  steps: KindStep[];
  needs: KindNeed[];
  last: { id: string; code: string; version: number; status: PacketStatus } | null;
};

/** What stands beside the button of an approval. */
export type ApprovalBrief = {
  pages: number | null;
  checks: number;
  passed: number;
  /** Lines that fail and need a reason from whoever approves. */
  needReason: number;
  /** Lines that fail and that no reason replaces. */
  blocked: number;
  pictures: number;
  picturesLeft: number;
};
