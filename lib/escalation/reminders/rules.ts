import { isPassed } from "@/lib/law/clocks/rules";
import type { CaseClock, ClockAlert } from "@/lib/law/clocks/types";
import { houseLaw, type Law, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { addDays, type CivilDate, daysBetween, holidaysOf, weekdayOf } from "@/lib/platform/time/calendar";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import { reasonWords } from "./labels";
import type { DueReminder, Wishes } from "./types";

/** An alert older than this is history: a case imported late does not cause months of mail. */
export const daysRemembered = 7;

/** The default reminder settings: in the morning, and not at night. */
export function defaultWishes(law: Law = houseLaw): Wishes {
  const zone = newestPlaybooks(law)[0]?.home.zone ?? "UTC";
  return { mails: "digest_and_urgent", zone, digestAt: "07:30", quietFrom: "19:00", quietUntil: "07:00" };
}

const timeOf = (now: Date, zone: string): string => wallTime(now, zone).slice(11);

/** Whether a time of day is in the quiet hours, which may span midnight. Equal ends: never quiet. */
export function isQuietTime(time: string, { quietFrom, quietUntil }: Wishes): boolean {
  if (quietFrom === quietUntil) return false;
  if (quietFrom < quietUntil) return time >= quietFrom && time < quietUntil;
  return time >= quietFrom || time < quietUntil;
}

/** The first instant from `now` on at which a mail may arrive. */
export function afterQuiet(now: Date, wishes: Wishes): Date {
  const time = timeOf(now, wishes.zone);
  if (!isQuietTime(time, wishes)) return now;
  const today = civilDate(now, wishes.zone);
  const day = time < wishes.quietUntil ? today : addDays(today, 1);
  return firstOnWall(day, wishes.quietUntil, wishes.zone) ?? now;
}

/** A time that the clocks jump over on that night is met an hour later. */
function firstOnWall(day: CivilDate, time: string, zone: string): Date | null {
  const exact = instantOnWall(`${day}T${time}`, zone);
  if (exact) return exact;
  const before = instantOnWall(`${addDays(day, -1)}T${time}`, zone);
  return before && addHours(before, 24);
}

/** The day whose digest is due now, or null: the hour has not come, or it is quiet time. */
export function digestDay(now: Date, wishes: Wishes): CivilDate | null {
  if (wishes.mails === "none") return null;
  const time = timeOf(now, wishes.zone);
  if (time < wishes.digestAt) return null;
  // A person may choose a digest time within the quiet hours; a late digest waits for the next morning.
  if (isQuietTime(time, wishes) && !isQuietTime(wishes.digestAt, wishes)) return null;
  return civilDate(now, wishes.zone);
}

/** Whether an alert is due and not yet history. */
export function hasCome(alert: ClockAlert, now: Date, zone: string): boolean {
  const today = civilDate(now, zone);
  if (alert.at ? alert.at > now : alert.on > today) return false;
  return daysBetween(alert.on, today) <= daysRemembered;
}

/** The reminders due to one member about the clocks of one case. A member who wants no mail gets none. */
export function dueReminders(clocks: readonly CaseClock[], wishes: Wishes, now: Date): DueReminder[] {
  if (wishes.mails === "none") return [];
  return clocks
    .filter((clock) => clock.state !== "paused" && !clock.warning)
    .flatMap((clock) =>
      clock.alerts
        .filter((alert) => hasCome(alert, now, wishes.zone))
        .map((alert) => ({
          clockKey: clock.key,
          dueOn: clock.dueOn,
          alert: alert.name,
          urgency: wishes.mails === "digest" ? ("digest" as const) : alert.urgency,
          why: reasonWords(clock, wishes.zone),
        })),
    );
}

/** True for the clock that runs from the moment somebody is in danger: its reminders ignore quiet hours. */
export function isDangerClock(code: string | null, law: Law = houseLaw): boolean {
  return law.playbooks.some(({ caseClocks }) =>
    caseClocks.some((clock) => clock.from.event === "danger" && clock.code === code),
  );
}

/**
 * Repeated in every daily mail until it is answered. A clock of the whole case, such as a time bar, is reported only by
 * its alerts: otherwise it would appear in every mail for ever.
 */
export function isLate(clock: Pick<CaseClock, "key" | "state">): boolean {
  return clock.state === "overdue" && !clock.key.startsWith("case:");
}

/** `digest:2026-11-24`, the unique occasion of a mail. */
export const digestOccasion = (day: CivilDate, team: boolean): string =>
  `${team ? "supervisor_digest" : "digest"}:${day}`;

export function urgentOccasion(caseId: string, reminder: Pick<DueReminder, "clockKey" | "dueOn" | "alert">): string {
  return `urgent:${caseId}:${reminder.clockKey}:${reminder.dueOn}:${reminder.alert}`;
}

export const deadlineGroups = ["overdue", "today", "week", "later", "far", "paused", "passed"] as const;
export type DeadlineGroup = (typeof deadlineGroups)[number];

/** The list heading for a deadline. After a time bar has passed there is nothing left to do in time. */
export function groupOf(clock: CaseClock): DeadlineGroup {
  if (clock.state === "paused") return "paused";
  if (clock.state === "overdue") return isPassed(clock) ? "passed" : "overdue";
  // Computed in the case's home country: the reader's date may differ.
  if (clock.daysLeft <= 0) return "today";
  if (clock.daysLeft <= 7) return "week";
  return clock.daysLeft <= 90 ? "later" : "far";
}

/** A month as `2026-11`; anything else in a URL gives the current month. */
export function readMonth(text: unknown, today: CivilDate): string {
  return typeof text === "string" && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? text : today.slice(0, 7);
}

/** The month `by` months on. */
export function monthOn(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The days of the whole weeks, Monday to Sunday, that contain the month. */
export function daysOfMonth(month: string): CivilDate[] {
  const first = `${month}-01`;
  const last = addDays(`${monthOn(month, 1)}-01`, -1);
  const start = addDays(first, -((weekdayOf(first) + 6) % 7));
  const end = addDays(last, (7 - weekdayOf(last)) % 7);
  return Array.from({ length: daysBetween(start, end) + 1 }, (_, at) => addDays(start, at));
}

export type Country = { code: string; name: string };

/** The countries that the playbooks go from and to, and that have a calendar of holidays. */
export function countriesOf(law: Law): Country[] {
  const all = newestPlaybooks(law).flatMap(({ home, there }) => [home, there]);
  const codes = [...new Set(all.map((country) => country.code))].filter((code) => law.calendars[code]);
  return codes.map((code) => ({ code, name: all.find((country) => country.code === code)?.name ?? code }));
}

/** Every holiday from one day to another, by date: `US: Thanksgiving`. A day may be one in several countries. */
export function holidaysBetween(law: Law, from: CivilDate, until: CivilDate): Map<CivilDate, string[]> {
  const years = [...new Set([from, until].map((date) => Number(date.slice(0, 4))))];
  const days = new Map<CivilDate, string[]>();
  for (const { code } of countriesOf(law)) {
    const calendar = law.calendars[code];
    if (!calendar) continue;
    for (const [date, name] of years.flatMap((year) => [...holidaysOf(calendar, year)])) {
      if (date >= from && date <= until) days.set(date, [...(days.get(date) ?? []), `${code}: ${name}`]);
    }
  }
  return days;
}

/** The next holiday of each country from a day on, within a year. */
export function nextHolidays(law: Law, from: CivilDate): { country: Country; date: CivilDate }[] {
  return countriesOf(law).flatMap((country) => {
    const calendar = law.calendars[country.code];
    const year = Number(from.slice(0, 4));
    const dates = calendar ? [year, year + 1].flatMap((value) => [...holidaysOf(calendar, value).keys()]) : [];
    const date = dates.filter((candidate) => candidate >= from).toSorted()[0];
    return date ? [{ country, date }] : [];
  });
}
