import { fullTitle } from "@/lib/law/clocks/labels";
import type { CaseClock } from "@/lib/law/clocks/types";

/** The clocks that do not run any more after something was recorded, by their names. */
export function clocksEnded(before: readonly CaseClock[], after: readonly CaseClock[]): string[] {
  const running = new Set(after.map(({ key }) => key));
  return before.filter(({ key }) => !running.has(key)).map(fullTitle);
}
