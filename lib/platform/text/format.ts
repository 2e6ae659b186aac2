import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "../language/translate";
import { type CivilDate, daysBetween, isCivilDate } from "../time/calendar";
import { formatterOf, partOf } from "../time/formatter";
import { plural } from "./amounts";

export { formatBytes, formatCount, plural } from "./amounts";

const months = labelTable(() => [
  t("Jan"),
  t("Feb"),
  t("Mar"),
  t("Apr"),
  t("May"),
  t("Jun"),
  t("Jul"),
  t("Aug"),
  t("Sep"),
  t("Oct"),
  t("Nov"),
  t("Dec"),
]);

/** `2026-11-24` as `24 Nov 2026`. Text that is not a date is returned unchanged. */
export function formatDate(date: CivilDate): string {
  if (!isCivilDate(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[Number(month) - 1]} ${year}`;
}

/** As `formatDate`, but without the year when it is this year's: `2 Dec`, `9 Feb 2027`. */
export function formatDateNear(date: CivilDate, today: CivilDate): string {
  const full = formatDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? full.replace(/ \d{4}$/, "") : full;
}

const shortName = { timeZoneName: "short" } as const;
const shortOffset = { timeZoneName: "shortOffset" } as const;

/** The zone's short name at an instant: `SAST`, `EST`, else `UTC+5:45`. */
export function zoneName(instant: Date, zone: string): string {
  for (const locale of ["en-ZA", "en-US", "en-GB", "en-AU", "en-CA", "en-IN"]) {
    const name = partOf(formatterOf(shortName, zone, locale), instant, "timeZoneName");
    if (name && !/^GMT[+-]/.test(name)) return name;
  }
  const offset = partOf(formatterOf(shortOffset, zone), instant, "timeZoneName");
  return (offset ?? zone).replace("GMT", "UTC");
}

const minutes = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

/** An instant on the wall of a zone: `24 Nov 2026, 11:40 SAST`. */
export function formatInstant(instant: Date, zone: string): string {
  const parts = formatterOf(minutes, zone).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  const date = `${Number(part("day"))} ${months[Number(part("month")) - 1]} ${part("year")}`;
  return `${date}, ${part("hour")}:${part("minute")} ${zoneName(instant, zone)}`;
}

/** The time of day alone, on the wall of a zone: `11:40`. For what happened a moment ago. */
export function formatClock(instant: Date, zone: string): string {
  return formatInstant(instant, zone).split(", ")[1]?.slice(0, 5) ?? "";
}

/** The same instant on two walls: `24 Nov 2026, 11:40 SAST · 24 Nov 2026, 04:40 EST`. */
export function formatBothZones(instant: Date, home: string, there: string): string {
  const first = formatInstant(instant, home);
  const second = formatInstant(instant, there);
  return first === second ? first : `${first} · ${second}`;
}

/** As a sentence, a value or a cell begins. */
export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * The state of a due date today: `4 days overdue`, `Due today`, `Due tomorrow`, `Due 2 Dec`.
 * @param late its hour is already over
 */
export function dueWords(dueOn: CivilDate, today: CivilDate, late = false): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) return t("{plural} overdue", { plural: plural(-left, "day") });
  if (left === 0) return late ? t("Overdue since today") : t("Due today");
  if (left === 1) return t("Due tomorrow");
  return t("Due {dueOn}", { dueOn: formatDateNear(dueOn, today) });
}

/** The state of a limit in hours: `19 h left of 48`, `Under 1 h left of 48`, `3 h overdue`. */
export function hoursWords(dueAt: Date, now: Date, hours: number): string {
  const left = (dueAt.getTime() - now.getTime()) / 3_600_000;
  if (left < 0) {
    const late = Math.floor(-left);
    if (late >= 48) return t("{plural} overdue", { plural: plural(Math.floor(late / 24), "day") });
    return late < 1 ? t("Just overdue") : t("{late} h overdue", { late });
  }
  return left < 1
    ? t("Under 1 h left of {hours}", { hours })
    : t("{left} h left of {hours}", { left: Math.floor(left), hours });
}
