import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import type { Stage } from "@/lib/escalation/steps/stage/types";
import type { StepAnswer, StepStatus, TakedownState } from "@/lib/escalation/steps/types";
import type { RunningClock } from "@/lib/law/clocks/rules";
import type { CaseClock } from "@/lib/law/clocks/types";
import type { WeakMark } from "@/lib/law/jurisdictions/labels";
import type { ClockKind, LegalSource, Side } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export type {
  LadderFacts,
  PacketFact,
  PacketStatus,
  ReferenceFact,
  StepAnswer,
  StepFact,
  StepStatus,
} from "@/lib/escalation/steps/types";

/**
 * One line of fact on a card: words, then a number that can be selected, then words. `stage`: it says no more than that
 * the step is at this stage, and since when.
 */
export type FactLine = {
  before: string;
  number: string | null;
  notYet: string | null;
  after: string;
  stage: Extract<Stage, "sent" | "closed"> | null;
};

export type CardClock = {
  text: string;
  kind: ClockKind | null;
  state: RunningClock["state"] | "idle";
  dueOn: CivilDate | null;
  sources: readonly LegalSource[];
};

export type StepView = {
  key: string;
  title: string;
  side: Side;
  status: StepStatus;
  /** The words of the chip: `Done`, `Ready to do`, `Waiting on court`, `4 days overdue`, `Not needed`. */
  word: string;
  fact: FactLine;
  /** The marks of the fact when it is the playbook's own word and nothing behind it was read. */
  factMarks: readonly WeakMark[];
  whoMaySend: string;
  whoIcon: "user" | "users" | "lock";
  officialsOnly: boolean;
  clock: CardClock | null;
  /** What must come first, each as a sentence; empty once it is open. */
  whyNotYet: readonly string[];
  isNext: boolean;
  /** What to know before sending: who is notified, and what only officials may do. */
  warnings: readonly string[];
  optional: boolean;
  sources: readonly LegalSource[];
  /** A step of which there is one for each platform: its reports. Empty for every other. */
  parts: readonly PartView[];
};

/** One report of a step: recipient, number, state and clock. */
export type PartView = {
  key: string;
  name: string;
  /** The name of the platform only; null if it was not recorded. */
  to: string | null;
  platform: string | null;
  number: string | null;
  /** The number as a reference of the case. */
  referenceId: string | null;
  status: StepStatus;
  /** `To report`, `Reported 22 Nov`, `2 days overdue`, `Removed 24 Nov`, `Not needed`. */
  word: string;
  sentOn: CivilDate | null;
  answer: StepAnswer | null;
  answeredOn: CivilDate | null;
  /** What was answered, or why it is not needed. */
  recordedWords: string | null;
  clock: CardClock | null;
  /** Its record can be undone separately. */
  recorded: boolean;
  /** The item of the take-down list that it is about. */
  takedown: { id: string; state: TakedownState } | null;
};

export type CrossingView =
  | { kind: "direct"; label: string }
  | { kind: "bridge"; sign: "lock" | "landmark"; title: string; text: string; state: "later" | "open" | "crossed" };

export type RowView = {
  home: StepView | null;
  crossing: CrossingView | null;
  there: StepView | null;
  note: { side: Side; text: string } | null;
};

export type LevelView = { key: string; number: number; name: string; climbed: boolean; rows: readonly RowView[] };

/** One mark for each level and side, in the order of the levels: done, waiting, overdue, none. */
export type MiniMark = "d" | "w" | "o" | "n";

export type LadderView = {
  pair: string;
  pairName: string;
  version: number;
  homeName: string;
  thereName: string;
  levels: readonly LevelView[];
  /** The current level of the case: the first that is not completed, or the last. */
  level: { number: number; of: number; name: string; side: Side | null };
  /** Never missing: when nothing can be done it says on whom we wait. */
  next: NextStep;
  alsoReady: readonly NextStep[];
  /** Every clock that runs on the case, most urgent first. */
  clocks: readonly CaseClock[];
  mini: { home: readonly MiniMark[]; there: readonly MiniMark[]; bridges: readonly boolean[] };
};

/** How we heard from somebody or sent them something. */
export const contactChannels = ["call", "letter", "email", "message", "visit", "portal"] as const;
export type ContactChannel = (typeof contactChannels)[number];

export type Guard = { ok: true } | { ok: false; reason: string };

/** What may be done on a step, or on one report of it. */
export type StepGuards = Record<"begin" | "submit" | "complete" | "outcome" | "skip", Guard>;
