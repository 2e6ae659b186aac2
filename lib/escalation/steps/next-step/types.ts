import type { Side } from "@/lib/law/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { StepStatus } from "../types";

/** The rule that selected a next step. The page says it in words; all criteria are in this file. */
type StallRule = "danger" | "overdue" | "refusal" | "renewal" | "silent" | "ready" | "begun" | "wait" | "close";

/**
 * One act that a case asks for now. The case page, the step page and the queue of *My work* show the same: the act, its
 * object, why, who waits, by when, and where it is done.
 */
export type NextStep = {
  rule: StallRule;
  /** The step it is about; empty if it is about none. */
  stepKey: string;
  /** The act in the imperative. `describeAct` adds the object. */
  act: string;
  /** What it is about, as the other side knows it: an official number. Null where the act itself names it. */
  object: string | null;
  /** Who has it and owes the answer; null while it is our own move. */
  whom: string | null;
  /** By when, and how late that is: the clock that makes it urgent. Null where no clock runs. */
  due: NextDue | null;
  /** A message to whoever owes the answer, ready to send; without names. Null while it is our own move. */
  message: string | null;
  title: string;
  /** Why it is next, in whole sentences. */
  why: string;
  level: number;
  side: Side;
  status: StepStatus;
  /** It may be left out with a reason, on the page of the step. */
  skippable: boolean;
  /** The page where it is done, relative to the case. */
  path: string;
};

type NextDue = {
  /** The clock, for changing its date: see `CaseClock.key`. */
  clockKey: string;
  on: CivilDate;
  at: Date | null;
  /** `4 days overdue`, `3 days left`. */
  words: string;
  /** Negative when overdue. */
  daysLeft: number;
  late: boolean;
};
