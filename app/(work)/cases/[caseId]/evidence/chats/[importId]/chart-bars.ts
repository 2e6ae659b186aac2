import type { Bar, ChartBy } from "@/lib/evidence/chats/types";
import { addDays, daysBetween } from "@/lib/platform/time/calendar";

const dayMs = 86_400_000;
const mostBars = 400;

/** By day for a season, by week beyond it. */
export function chartByDefault(first: Date | null, last: Date | null): ChartBy {
  return first && last && last.getTime() - first.getTime() > 100 * dayMs ? "week" : "day";
}

/** The bars with those that are zero, so that quiet times are seen. Ages without a message are not drawn out. */
export function filledBars(bars: readonly Bar[], by: ChartBy): Bar[] {
  const counts = new Map(bars.map(({ at, count }) => [at, count]));
  if (by === "hour") {
    return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")).map((at) => ({
      at,
      count: counts.get(at) ?? 0,
    }));
  }
  const first = bars[0]?.at;
  const last = bars.at(-1)?.at;
  const step = by === "week" ? 7 : 1;
  if (!first || !last || daysBetween(first, last) / step > mostBars) return [...bars];
  const filled: Bar[] = [];
  for (let at = first; at <= last; at = addDays(at, step)) filled.push({ at, count: counts.get(at) ?? 0 });
  return filled;
}
