import { formatCount } from "@/lib/platform/text/format";

/** Nothing of one person is counted further: `100+`. */
export const teamCap = 100;

/** The sum of such counts, which is at least that much when one of them was cut. */
export function sumWords(counts: readonly number[]): string {
  const sum = counts.reduce((all, count) => all + Math.min(count, teamCap), 0);
  return counts.some((count) => count > teamCap) ? `${formatCount(sum)}+` : formatCount(sum);
}
