import { t } from "@/lib/platform/language/translate";
import { addDays, type CivilDate, daysBetween } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { AbsenceState } from "./types";

/** Longer than this is no leave: the cases get another owner. */
const mostDays = 190;

/** The first instant of the first day and the first after the last one, in the given zone. */
export function boundsOf(fromOn: CivilDate, untilOn: CivilDate, zone: string): { startsAt: Date; endsAt: Date } {
  return { startsAt: startOf(fromOn, zone), endsAt: startOf(addDays(untilOn, 1), zone) };
}

/** Where clocks go forward at midnight that instant never was, and the day begins an hour later. */
function startOf(day: CivilDate, zone: string): Date {
  const start = instantOnWall(`${day}T00:00`, zone) ?? instantOnWall(`${day}T01:00`, zone);
  if (!start) throw new Error(`no such day: ${day}`);
  return start;
}

type Bounds = { startsAt: Date; endsAt: Date; endedAt: Date | null };

export function stateOf(leave: Bounds, now: Date): AbsenceState {
  if (leave.endedAt || leave.endsAt <= now) return "over";
  return leave.startsAt <= now ? "now" : "coming";
}

/** The errors in the dates of a new absence, by field; null if there are none. */
export function wrongDays(fromOn: CivilDate, untilOn: CivilDate, today: CivilDate): Record<string, string> | null {
  if (fromOn < today) return { fromOn: t("Begin today or later: nobody covers days that have passed.") };
  if (untilOn < fromOn) return { untilOn: t("The last day cannot be before the first.") };
  if (daysBetween(fromOn, untilOn) >= mostDays) {
    return { untilOn: t("At most {mostDays} days. For longer, give the cases to another owner.", { mostDays }) };
  }
  return null;
}
