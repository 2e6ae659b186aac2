import type { Side } from "@/lib/law/jurisdictions/types";
import type { StepStatus } from "../types";

/** Which rule named a next step. The page says it in words; nothing is weighed that cannot be read here. */
type StallRule = "danger" | "overdue" | "refusal" | "renewal" | "silent" | "ready" | "begun" | "wait" | "close";

export type NextStep = {
  rule: StallRule;
  /** The step that it is about; empty when it is about none. */
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
  /** Where it is done, below the case. */
  path: string;
};
