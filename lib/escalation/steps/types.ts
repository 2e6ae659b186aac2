import type { PreservationFact } from "@/lib/escalation/preservation/types";
import type { Moment } from "@/lib/law/clocks/rules";
import type {
  ClockChangeFact,
  HandClockFact,
  NextActFact,
  RaisedRisk,
  ReferralFact,
  ReleaseFact,
} from "@/lib/law/clocks/types";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type StepStatus = "not_yet" | "ready" | "begun" | "waiting" | "overdue" | "done" | "skipped";

/** How a platform answers a report. */
export const stepAnswers = ["removed", "kept_up", "refused", "closed"] as const;
export type StepAnswer = (typeof stepAnswers)[number];

export const takedownStates = [
  "to_report",
  "reported",
  "more_asked",
  "refused",
  "appealed",
  "removed",
  "closed",
] as const;
export type TakedownState = (typeof takedownStates)[number];

/** One item on the take-down list, as far as the steps count it. */
export type TakedownFact = {
  id: string;
  /** `TD-1` */
  code: string;
  platform: string;
  state: TakedownState;
  /** The natures of the acts that it is about; empty if none is linked to it. */
  natures: readonly string[];
  reportedOn: CivilDate | null;
  reportedAt: Date | null;
  /** When a TAKE IT DOWN notice was sent for it. */
  noticeOn: CivilDate | null;
  noticeAt: Date | null;
  /** The last report, answer or look; the clock "look again" counts from it. */
  lastOn: CivilDate | null;
  refusedOn: CivilDate | null;
  /** The last day of an appeal, where the platform named one. */
  appealBy: CivilDate | null;
  /** When it was removed, or the report was closed. */
  endedOn: CivilDate | null;
  referenceIds: readonly string[];
};

/** One row of case_steps. `submittedAt` is the instant when the hour matters (a 48-hour limit). */
export type StepFact = {
  stepKey: string;
  /** The platform, or the number of one report; empty or omitted for the whole step. */
  part?: string;
  state: "begun" | "submitted" | "done" | "skipped";
  begunOn?: CivilDate | null;
  submittedOn?: CivilDate | null;
  submittedAt?: Date | null;
  /** The last contact in either direction; follow-ups count from it. */
  lastContactOn?: CivilDate | null;
  answer?: StepAnswer | null;
  outcome?: string | null;
  outcomeOn?: CivilDate | null;
  skippedReason?: string | null;
  /** A date named in a document, such as a return date. It takes precedence over the computed one. */
  dueOn?: CivilDate | null;
  /** The day on which this was last written down, whenever it happened. */
  recordedOn?: CivilDate | null;
};

export type ReferenceFact = {
  id?: string;
  kind: string;
  state: "issued" | "not_yet_issued";
  display?: string | null;
  issuedOn?: CivilDate | null;
  recordedOn?: CivilDate | null;
  /** The issuing platform of a number that each platform counts separately; null if not recorded. */
  platform?: { key: string; name: string } | null;
};

/** A platform that accounts or exhibits of the case are on, since when that is known here. */
export type PlatformFact = { key: string; since: CivilDate | null };

export type PacketStatus = "drafted" | "ready" | "approved" | "handed_over" | "opened" | "acknowledged";

export type PacketFact = { kind: string; status: PacketStatus; version: number; on?: CivilDate | null };

type DocumentFact = {
  kind: string;
  state: "draft" | "final" | "sworn";
  on?: CivilDate | null;
  sentOn?: CivilDate | null;
  /** The refusal that it answers, by number. */
  refusal?: number | null;
  rungKey?: string | null;
};

type HandoverFact = {
  packetKind: string;
  handedOverOn: CivilDate;
  acknowledgedOn?: CivilDate | null;
};

/** An official declined to act, and it is not resolved yet. */
export type RefusalFact = {
  number: number;
  stepKey: string;
  rungKey: string;
  refusedOn: CivilDate;
  /** The date it reached its current level; the date of the refusal if it was not escalated. */
  rungSince?: CivilDate | null;
};

/** Days on which something happened that starts a clock of the whole case. */
type CaseDays = {
  openedOn: CivilDate;
  firstActOn: CivilDate | null;
  lastActOn: CivilDate | null;
  dangerSince: Date | null;
  /** Of the exhibits with a web address, and of the rest, the one that was checked longest ago. */
  checks?: readonly CheckFact[];
};

/** An exhibit, and since when it has not been checked: its stored bytes, or its web address. */
type CheckFact = { exhibitId: string; code: string; since: CivilDate; liveLink: boolean };

/** `id` is that of the review, so that a pause of its deadline ends with it. */
type SafetyReviewFact = {
  id: string;
  about: "plan" | "risk" | "technology";
  reviewedOn: CivilDate;
  reviewOn: CivilDate | null;
};

/** Everything the ladder needs to know about a case. Plain data, so that the rules stay pure. */
export type LadderFacts = {
  steps: readonly StepFact[];
  references: readonly ReferenceFact[];
  counts: {
    exhibits: number;
    incidents: number;
    subjectsWithAccountId: number;
    /** Where an image that may not be kept was seen: recorded instead of it. */
    sightings?: number;
  };
  /** The day of the first exhibit or sighting. */
  firstProofOn?: CivilDate | null;
  /** No file may be kept, since a person under 18 may be in it. Nothing then waits for an exhibit. */
  keepsNoFiles?: boolean;
  safeContactRecorded: boolean;
  safeContactReviewedOn?: CivilDate | null;
  documents: readonly DocumentFact[];
  packets: readonly PacketFact[];
  handovers: readonly HandoverFact[];
  danger: boolean;
  /** Where it is raised; danger counts as high. */
  risk?: RaisedRisk | undefined;
  /** When the plan, the devices and the risk were last gone through, and the day that was set to look again. */
  safetyReviews?: readonly SafetyReviewFact[];
  /** The last answer about danger, and the day on which somebody looks again; null where no day was set. */
  dangerReview?: { id: string; assessedOn: CivilDate; reviewOn: CivilDate } | null;
  /** The natures of the acts, each once. */
  natures?: readonly string[];
  /** Known traits of the matter, such as `intimate_images`. Undefined: not recorded. */
  traits?: readonly string[];
  days?: CaseDays;
  clockChanges?: readonly ClockChangeFact[];
  handClocks?: readonly HandClockFact[];
  nextActs?: readonly NextActFact[];
  referrals?: readonly ReferralFact[];
  releases?: readonly ReleaseFact[];
  preservations?: readonly PreservationFact[];
  refusals?: readonly RefusalFact[];
  platforms?: readonly PlatformFact[];
  takedowns?: readonly TakedownFact[];
};

/** One case as the rules see it: its playbook, its facts, the moment and the law. */
export type CaseReading = { playbook: Playbook; facts: LadderFacts; moment: Moment; law: Law };

/** `tipOff` says who may find out; `removal` says what is preserved of what would be taken down. */
export type SendingAsks = { tipOff: string | null; removal: "nothing" | "by_us" | "by_provider" | null };

/** One report of a step of which there is one for each platform and item. */
export type StepPart = {
  /** The platform; the id of its number once it has one. */
  key: string;
  /** The key of its clock, even once it has a number: the platform for the first report to it. */
  clockPart: string;
  /** Null for a number recorded without a platform, on a case with several platforms. */
  platform: string | null;
  /** The name of the platform, and which of its reports if there are several. */
  name: string;
  /** The name of the platform alone. */
  to: string | null;
  number: ReferenceFact | null;
  fact: StepFact | null;
  /** The item of the take-down list that this report is about; null for one recorded on the step itself. */
  takedown: TakedownFact | null;
  /** The `part` of the case_steps row that holds the fact: this report, its platform, or the whole step (empty). */
  row: string | null;
  /** The step as if it were only this report, and the case as read for it. */
  step: PlaybookStep;
  reading: CaseReading;
};
