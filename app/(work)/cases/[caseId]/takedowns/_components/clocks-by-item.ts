import type { CaseClock } from "@/lib/law/clocks/types";

/** The most urgent clock of each item, by the id of the item. `clocks`: those of the case, most urgent first. */
export function clocksByItem(clocks: readonly CaseClock[]): ReadonlyMap<string, CaseClock> {
  const mine = clocks.flatMap((clock) => {
    const id = clock.path?.split("/takedowns/")[1];
    return id ? [[id, clock] as const] : [];
  });
  return new Map(mine.toReversed());
}
