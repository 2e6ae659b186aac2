import "server-only";
import { addHours } from "../time/clock";
import type { AskProblem } from "./problems";

/** An authority that gave nothing is left alone for a minute, so that a dead one does not hold up the other's stamps. */
const restHours = 1 / 60;

const resting = new Map<string, { until: Date; problem: AskProblem }>();

export function letRest(authority: string, now: Date, problem: AskProblem): void {
  resting.set(authority, { until: addHours(now, restHours), problem });
}

/** Why it is not asked at this moment; null if it may be. */
export function restOf(authority: string, now: Date): AskProblem | null {
  const rest = resting.get(authority);
  return rest && now < rest.until ? rest.problem : null;
}
