import { isMoving } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { addDays, type CivilDate, weekdayOf } from "@/lib/platform/time/calendar";
import type { ExposureCounts, ExposureKind, ExposureWeek } from "./types";

/** Weeks that a supervisor looks back on. */
export const weeksShown = 8;

/** Reveals in a week from which we suggest a talk. Our own default, kind D: no source gives a number. */
export const gentleThreshold = 40;

/** The Monday of the week that a date lies in. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

/** One reveal, as it is counted: which kind, on which day of the office wall, how many. */
export type Counted = { what: ExposureKind; on: CivilDate; count: number };

/** The last `weeks` weeks up to the one of `today`, oldest first, with what was counted in each. */
export function weeksOf(counted: readonly Counted[], today: CivilDate, weeks = weeksShown): ExposureWeek[] {
  const newest = mondayOf(today);
  return Array.from({ length: weeks }, (_, index) => {
    const from = addDays(newest, -7 * (weeks - 1 - index));
    const counts: ExposureCounts = { picture: 0, page: 0, text: 0, sound: 0 };
    for (const tally of counted) if (mondayOf(tally.on) === from) counts[tally.what] += tally.count;
    return { from, counts, total: counts.picture + counts.page + counts.text + counts.sound };
  });
}

/** True for a week in which somebody revealed so much that a colleague should ask how they are. */
export function asksForTalk(week: ExposureWeek): boolean {
  return week.total >= gentleThreshold;
}

/** True for a page that the sandbox counted. A file that was not looked into yet has at least its first. */
export function hasPage(look: ExhibitLook | null, page: number): boolean {
  return page >= 1 && page <= pagesOf(look);
}

/** How many pages can be leafed through: of an animation only its first frame is drawn. */
export function pagesOf(look: ExhibitLook | null): number {
  return look && isMoving(look) ? 1 : Math.max(look?.pages ?? 1, 1);
}

/** How it is said in a ledger what was seen: a page where there is more than one, a picture otherwise. */
export function seenAs(look: ExhibitLook | null): "page" | "picture" {
  return look?.kind === "pdf" || pagesOf(look) > 1 ? "page" : "picture";
}
