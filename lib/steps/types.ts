import type { ClockChangeFact, HandClockFact, ReleaseFact } from "@/lib/clocks/types";
import type { CivilDate } from "@/lib/platform/calendar";
import type { PreservationFact } from "@/lib/preservations/types";

export type StepStatus = "not_yet" | "ready" | "begun" | "waiting" | "overdue" | "done" | "skipped";

/** One row of case_steps. `submittedAt` is the instant when the hour matters (a 48-hour limit). */
export type StepFact = {
  stepKey: string;
  state: "begun" | "submitted" | "done" | "skipped";
  begunOn?: CivilDate | null;
  submittedOn?: CivilDate | null;
  submittedAt?: Date | null;
  /** The last time anything was heard or sent; follow-ups count from it. */
  lastContactOn?: CivilDate | null;
  outcome?: string | null;
  outcomeOn?: CivilDate | null;
  skippedReason?: string | null;
  /** A date that stands on a paper, such as a return date. It goes before the reckoned one. */
  dueOn?: CivilDate | null;
};

export type ReferenceFact = {
  kind: string;
  state: "issued" | "not_yet_issued";
  display?: string | null;
  issuedOn?: CivilDate | null;
  recordedOn?: CivilDate | null;
};

export type PacketStatus = "drafted" | "ready" | "approved" | "handed_over" | "opened" | "acknowledged";

export type PacketFact = { kind: string; status: PacketStatus; version: number; on?: CivilDate | null };

export type DocumentFact = {
  kind: string;
  state: "draft" | "final" | "sworn";
  on?: CivilDate | null;
  sentOn?: CivilDate | null;
  /** The refusal that it answers, by number. */
  refusal?: number | null;
  rungKey?: string | null;
};

export type HandoverFact = {
  packetKind: string;
  handedOverOn: CivilDate;
  acknowledgedOn?: CivilDate | null;
};

/** Someone in office would not do their part, and it was not put right yet. */
export type RefusalFact = {
  number: number;
  stepKey: string;
  rungKey: string;
  refusedOn: CivilDate;
  /** The day on which it came to its rung; the day of the refusal when nobody took it higher. */
  rungSince?: CivilDate | null;
};

/** Days on which something happened that starts a clock of the whole case. */
export type CaseDays = {
  openedOn: CivilDate;
  firstActOn: CivilDate | null;
  lastActOn: CivilDate | null;
  dangerSince: Date | null;
  /** Of the exhibits with a web address, and of the rest, the one that was checked longest ago. */
  checks?: readonly CheckFact[];
};

/** An exhibit, and since when nobody checked it: its stored bytes, or what stands at its web address. */
export type CheckFact = { exhibitId: string; code: string; since: CivilDate; liveLink: boolean };

/** All that the ladder needs to know of a case. Plain data, so that the rules stay pure. */
export type LadderFacts = {
  steps: readonly StepFact[];
  references: readonly ReferenceFact[];
  counts: {
    exhibits: number;
    incidents: number;
    subjectsWithAccountId: number;
    /** Where an image that may not be kept was seen: recorded in its place. */
    sightings?: number;
  };
  /** No file may be kept, since a person under 18 may be in it. Nothing then waits for an exhibit. */
  keepsNoFiles?: boolean;
  safeContactRecorded: boolean;
  safeContactReviewedOn?: CivilDate | null;
  documents: readonly DocumentFact[];
  packets: readonly PacketFact[];
  handovers: readonly HandoverFact[];
  danger: boolean;
  /** What the acts are, each nature once. */
  natures?: readonly string[];
  /** Known marks of the matter, such as `intimate_images`. Undefined: nobody has said. */
  traits?: readonly string[];
  days?: CaseDays;
  clockChanges?: readonly ClockChangeFact[];
  handClocks?: readonly HandClockFact[];
  releases?: readonly ReleaseFact[];
  preservations?: readonly PreservationFact[];
  refusals?: readonly RefusalFact[];
};

/** `tipOff` says who may come to know; `removal` says what is kept of that which would be taken down. */
export type SendingAsks = { tipOff: string | null; removal: "nothing" | "by_us" | "by_provider" | null };
