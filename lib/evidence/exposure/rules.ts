import { isMoving } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { addDays, type CivilDate, weekdayOf } from "@/lib/platform/time/calendar";
import type { ExposureCounts, ExposureKind, ExposureWeek } from "./types";

/** The number of weeks that a supervisor sees. */
export const weeksShown = 8;

/** The number of reveals in a week from which we suggest a talk. Our own default, kind D: no source gives a number. */
export const gentleThreshold = 40;

/** The Monday of the week of a date. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

/** Counted reveals: the kind, the office's date, the number. */
export type Counted = { what: ExposureKind; on: CivilDate; count: number };

/** The last `weeks` weeks up to that of `today`, oldest first, with the counts of each. */
export function weeksOf(counted: readonly Counted[], today: CivilDate, weeks = weeksShown): ExposureWeek[] {
  const newest = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => {
    const from = addDays(newest, -7 * (weeks - 1 - index));
    const counts: ExposureCounts = { picture: 0, page: 0, text: 0, sound: 0, film: 0 };
    for (const tally of counted) if (mondayOf(tally.on) === from) counts[tally.what] += tally.count;
    return { from, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
  });
}

/** True for a week in which somebody revealed so much that a colleague should ask how they are. */
export function asksForTalk(week: ExposureWeek): boolean {
  return week.total >= gentleThreshold;
}

/** True for a page that the sandbox counted. A file that is not inspected yet has at least its first. */
export function hasPage(look: ExhibitLook | null, page: number): boolean {
  return page >= 1 && page <= pagesOf(look);
}

/** The number of pages to navigate: of an animation only the first frame is drawn. */
export function pagesOf(look: ExhibitLook | null): number {
  return look && isMoving(look) ? 1 : Math.max(look?.pages ?? 1, 1);
}

/** What a ledger says was seen: a page if there is more than one, otherwise a picture. */
export function seenAs(look: ExhibitLook | null): "page" | "picture" {
  return look?.kind === "pdf" || pagesOf(look) > 1 ? "page" : "picture";
}
