import type { Report } from "./types";

/** Every exhibit is read again once in this many days. */
export const nights = 30;

/** Which part of the exhibits is read on the day of this instant, from 0; the day is that of UTC. */
export function nightOf(now: Date): number {
  return Math.floor(now.getTime() / 86_400_000) % nights;
}

/** Everything added up, for an installation with several organisations; the first breaks are those found first. */
export function addReports(reports: readonly Report[]): Report {
  const sum: Report = {
    counts: { exhibits: 0, originals: 0, derivatives: 0, bytes: 0, lines: 0, tokens: 0 },
    broken: {},
  };
  for (const { counts, broken } of reports) {
    for (const key of Object.keys(sum.counts) as (keyof Report["counts"])[]) sum.counts[key] += counts[key];
    for (const [kind, found] of Object.entries(broken) as [keyof Report["broken"], { count: number; first: never }][]) {
      const known = sum.broken[kind];
      sum.broken[kind] = { count: (known?.count ?? 0) + found.count, first: known?.first ?? found.first };
    }
  }
  return sum;
}

export const holds = ({ broken }: Report): boolean => Object.keys(broken).length === 0;
