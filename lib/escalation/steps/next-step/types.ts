import type { Side } from "@/lib/law/jurisdictions/types";
import type { StepStatus } from "../types";

/** The rule that selected a next step. The page says it in words; all criteria are in this file. */
type StallRule = "danger" | "overdue" | "refusal" | "renewal" | "silent" | "ready" | "begun" | "wait" | "close";

export type NextStep = {
  rule: StallRule;
  /** The step it is about; empty if it is about none. */
  stepKey: string;
  act: string;
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
