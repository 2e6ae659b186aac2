import type { Standing } from "@/lib/handover/officers/types";
import type { HolderView, LetterKey, PacketPartKey, PacketPartView, PacketStatus } from "@/lib/packets/packets/types";
import type { Cover, CoveringRelease, Uncovered } from "@/lib/packets/release-cover/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

/** The files that an officer is given, in display order. */
export const partsForOfficers = [
  "served",
  "annex",
  "request",
  "manifest",
  "manifest_signature",
  "case_uco",
  "verifier",
  "originals",
] as const satisfies readonly PacketPartKey[];
export type OfficerPart = (typeof partsForOfficers)[number] | LetterKey;

export type PartView = PacketPartView & { part: OfficerPart };

/** What a packet discloses on a day, and the releases of its case. `ends`: when each release is over, as an instant. */
export type ReleaseCheck = {
  exhibits: string[];
  hasAnnex: boolean;
  day: CivilDate;
  releases: (CoveringRelease & { id: string; ends: Date })[];
};

export type HandoverEventName =
  | "delivered"
  | "opened"
  | "downloaded"
  | "acknowledged"
  | "numbered"
  | "asked"
  | "answered"
  | "outcome"
  | "refusal_seen";

/** Why an officer asks. Each reason leads to the field or page where it can be corrected. */
export const questionReasons = [
  "wrong_identifier",
  "too_broad",
  "no_legal_basis",
  "manifest_error",
  "insufficient_facts",
  "not_our_jurisdiction",
  "other",
] as const;
export type QuestionReason = (typeof questionReasons)[number];

/** One question of an officer. `mended`: the later version named as the correction, and whether this officer has it. */
export type QuestionView = {
  id: string;
  reason: QuestionReason;
  /** `8. Exhibit list`, `E-01`; null: all of it. */
  part: string | null;
  /** The exhibit that it is about, for the people of the case. */
  exhibitId: string | null;
  words: string;
  askedAt: Date;
  answer: {
    words: string;
    at: Date;
    /** Empty for the officer, who is not told who answered. */
    by: string;
    corrected: { packetId: string; version: number | null; handoverId: string | null } | null;
  } | null;
};

/** The status of a matter with an officer. */
export const outcomes = ["assigned", "sent_on", "refused", "data_received", "closed"] as const;
export type Outcome = (typeof outcomes)[number];

export type OutcomeView = {
  id: string;
  outcome: Outcome;
  on: CivilDate;
  note: string | null;
  recordedAt: Date;
  seenAt: Date | null;
};

/** A later version of a packet that can be named as the correction. */
export type LaterVersion = { id: string; version: number; status: PacketStatus };

export type HandoverEventView = { id: string; event: HandoverEventName; at: Date; note: string | null };

/** One packet in an officer's inbox. Nothing else of the organisation is in it. */
export type InboxItem = {
  handoverId: string;
  code: string;
  kind: string;
  version: number;
  /** The time zone of the officer's office, if known. */
  zone: string | null;
  status: PacketStatus;
  pages: number | null;
  fileSize: number | null;
  deliveredAt: Date;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
  /**
   * Whether the client's release covers this officer now. Otherwise files, message, questions and answers are closed.
   */
  cover: Cover;
  /** A newer version that was handed to the same officer. */
  newer: { handoverId: string; version: number } | null;
};

export type HandoverView = InboxItem & {
  orgName: string;
  /** E-mail and phone of the organisation, if known; `desk` has both. */
  email: string | null;
  phone: string | null;
  desk: string[];
  receiver: string;
  message: string | null;
  /** A newer version replaced it, whether or not this officer was given it: a copy that says so is handed out. */
  superseded: boolean;
  /** The file is currently not handed out. */
  heldBack: boolean;
  fileSha256: string | null;
  builtAt: Date | null;
  approvedAt: Date | null;
  withdrawnNote: string | null;
  withdrawnAt: Date | null;
  /** What was given with it. Excludes an annex whose release has ended. */
  parts: PartView[];
  annex: "none" | "given" | "closed";
  downloadedAt: Date | null;
  acknowledgedNote: string | null;
  events: HandoverEventView[];
  numbers: { id: string; label: string; display: string; recordedAt: Date }[];
  /** Newest first, both. */
  questions: QuestionView[];
  outcomes: OutcomeView[];
};

/** For staff: one handover with everything that happened to it. */
export type DeliveryView = {
  id: string;
  liaisonId: string;
  liaisonName: string;
  rank: string;
  agency: string;
  unit: string;
  deliveredAt: Date;
  deliveredBy: string;
  message: string | null;
  /**
   * `open`: the officer can read it until the release ends. `may`: a release covers it, and it was not given or is
   * closed.
   */
  annex: "none" | "open" | "closed" | "may";
  annexUntil: Date | null;
  events: HandoverEventView[];
  /** Newest first, both. */
  questions: QuestionView[];
  outcomes: OutcomeView[];
};

/** A holder of an earlier version who has neither this one nor a later one. */
export type ToTell = Pick<HolderView, "id" | "how" | "who"> & { version: number };

/** An officer to whom a packet can be given: what no release permits today, and whether they already have it. */
export type OfficerChoice = {
  id: string;
  name: string;
  rank: string;
  agency: string;
  unit: string;
  covered: boolean;
  standing: Standing;
  /** They can sign in to the portal. */
  hasAccount: boolean;
  door: Uncovered;
  /** Whether the packet has a sealed annex, and whether a release permits this officer to have it. */
  annex: "none" | "covered" | "not_covered";
  holdsIt: boolean;
};
