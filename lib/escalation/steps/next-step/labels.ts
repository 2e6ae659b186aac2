import type { CaseClock } from "@/lib/law/clocks/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { formatDate, plural } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { StepFact, StepStatus } from "../types";

type Late = { why: string; dueOn: CivilDate; words: string; afterwards: string };

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Why something is late, and what happens then. */
export function whyLate(clock: Late): string {
  return `${sentence(clock.why)}. It was due on ${formatDate(clock.dueOn)}: ${clock.words.toLowerCase()}. ${clock.afterwards}`;
}

/** Why this step is the next best one, in whole sentences. */
export function whyNext(
  step: PlaybookStep,
  status: StepStatus,
  level: { number: number; name: string },
  fact: StepFact | null,
  clock: Late | null,
): string {
  if (status === "overdue" && clock) return whyLate(clock);
  if (status === "begun") {
    const on = fact?.begunOn ? ` on ${formatDate(fact.begunOn)}` : "";
    return `It was begun${on} and is not finished. ${step.summary}.`;
  }
  const place = step.optional
    ? "It helps, but the level does not hang on it."
    : `It carries level ${level.number}, ${level.name.toLowerCase()}.`;
  return `Everything it needs is there. ${place} ${step.summary}.`;
}

/** Why we only wait, and when we follow up. */
export function whyWait(clock: CaseClock): string {
  return `Nothing can be done now. The soonest day is ${formatDate(clock.dueOn)}, ${clock.title.toLowerCase()}. ${clock.afterwards}`;
}

/** Why to follow up on silence. */
export function whySilent(step: PlaybookStep, days: number): string {
  return `Nothing was heard of it for ${plural(days, "day")}, and no clock runs on it. ${step.ifStalled}`;
}
