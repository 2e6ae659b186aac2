import { t } from "@/lib/platform/language/translate";
import { addYears, type CivilDate } from "@/lib/platform/time/calendar";
import { defaultYears, yearsMost } from "./labels";
import type { Keeping } from "./types";

export function keepingOf(years: number | null): Keeping {
  return years === null ? { years: defaultYears, ours: true } : { years, ours: false };
}

/**
 * The date on which the retention of a closed case is decided: the postponed date, otherwise this many years after
 * closing.
 */
export function decisionDay(closedOn: CivilDate, years: number, postponedTo: CivilDate | null): CivilDate {
  return postponedTo ?? addYears(closedOn, years);
}

/** Why a day cannot be the new one; null when it can. */
export function wrongDay(day: CivilDate, today: CivilDate): string | null {
  if (day <= today) return t("Choose a day that is still to come.");
  return day > addYears(today, yearsMost) ? t("Choose a day within {yearsMost} years.", { yearsMost }) : null;
}

export const reasonPlace = (row: string) => ({ table: "retention_changes", column: "reason", row });
