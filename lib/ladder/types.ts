import type { RunningClock } from "@/lib/clocks/rules";
import type { CaseClock } from "@/lib/clocks/types";
import type { ClockKind, LegalSource, Mark, Side } from "@/lib/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/calendar";
import type { NextStep } from "@/lib/stalls/types";
import type { StepStatus } from "@/lib/steps/types";

export type { NextStep } from "@/lib/stalls/types";
export type {
  DocumentFact,
  HandoverFact,
  LadderFacts,
  PacketFact,
  PacketStatus,
  ReferenceFact,
  StepFact,
  StepStatus,
} from "@/lib/steps/types";

/** One line of fact on a card: words, then a number that can be selected, then words. */
export type FactLine = { before: string; number: string | null; notYet: string | null; after: string };

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
  factMarks: readonly Mark[];
  whoMaySend: string;
  whoIcon: "user" | "users" | "lock";
  officialsOnly: boolean;
  clock: CardClock | null;
  /** What must come first, each as a sentence; empty once it is open. */
  whyNotYet: readonly string[];
  isNext: boolean;
  /** What to know before it is sent: who is told, and what only officials may do. */
  warnings: readonly string[];
  optional: boolean;
  sources: readonly LegalSource[];
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
  /** The level the case stands on: the first that is not climbed, or the last. */
  level: { number: number; of: number; name: string; side: Side | null };
  /** Never missing: when nothing can be done it says on whom we wait. */
  next: NextStep;
  alsoReady: readonly NextStep[];
  /** Every clock that runs on the case, most urgent first. */
  clocks: readonly CaseClock[];
  mini: { home: readonly MiniMark[]; there: readonly MiniMark[]; bridges: readonly boolean[] };
};

export type Guard = { ok: true } | { ok: false; reason: string };
