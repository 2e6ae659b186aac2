/** A date on the wall, `YYYY-MM-DD`, with no time and no zone. */
export type CivilDate = string;

/** How a yearly holiday is found. Weekdays count from 0, Sunday, to 6, Saturday. */
type HolidayRule =
  | { on: "fixed"; month: number; day: number }
  | { on: "easter"; offset: number }
  | { on: "nth"; month: number; weekday: number; nth: number };

/** A holiday as data. `once` is a single proclaimed day. */
type Holiday = { name: string; rule: HolidayRule; from?: number; until?: number };

/**
 * What a fixed holiday does at a weekend: `sunday_to_monday` keeps the Sunday and adds the Monday after;
 * `nearest_weekday` adds the Friday before a Saturday and the Monday after a Sunday.
 */
type WeekendRule = "sunday_to_monday" | "nearest_weekday" | "none";

export type HolidayCalendar = {
  holidays: readonly Holiday[];
  weekendRule: WeekendRule;
  proclaimed: readonly { on: CivilDate; name: string }[];
};

const DAY = 86_400_000;

/** True when the text is a real date, so 2026-02-29 is not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const day = Number(text.slice(8));
  return year >= 100 && day >= 1 && day <= daysIn(year, Number(text.slice(5, 7)));
}

/** How many days a month has; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

function compose(year: number, month: number, day: number): CivilDate {
  return fromEpochDay(Math.round(Date.UTC(year, month - 1, day) / DAY));
}

// Computed by hand, since only the clock may create a Date, and since the rules count days thousands of times for one
// page (Howard Hinnant's days-from-civil and civil-from-days, public domain).
function toEpochDay(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a date: ${date}`);
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}

function fromEpochDay(epochDay: number): CivilDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The date `days` later (or earlier, when negative). Throws RangeError for a date that does not exist. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const year = Number(date.slice(0, 4)) + years;
  const same = `${String(year).padStart(4, "0")}${date.slice(4)}`;
  return isCivilDate(same) ? same : `${String(year).padStart(4, "0")}-02-28`;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((toEpochDay(date) + 4) % 7) + 7) % 7;
}

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm). */
export function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return compose(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The nth weekday of a month; `nth` -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDate {
  if (nth < 0) {
    const last = addDays(month === 12 ? compose(year + 1, 1, 1) : compose(year, month + 1, 1), -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = compose(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function dateOf(rule: HolidayRule, year: number): CivilDate {
  if (rule.on === "fixed") return compose(year, rule.month, rule.day);
  if (rule.on === "easter") return addDays(easterSunday(year), rule.offset);
  return nthWeekday(year, rule.month, rule.weekday, rule.nth);
}

function moved(date: CivilDate, rule: WeekendRule): CivilDate | null {
  const weekday = weekdayOf(date);
  if (weekday === 0 && rule !== "none") return addDays(date, 1);
  if (weekday === 6 && rule === "nearest_weekday") return addDays(date, -1);
  return null;
}

/**
 * All holidays of a calendar in one year, by date. A day moved from a weekend carries "(observed)".
 * A Monday that is already a holiday is not passed on to the Tuesday: such days are proclaimed.
 */
export function holidaysOf(calendar: HolidayCalendar, year: number): Map<CivilDate, string> {
  const days = new Map<CivilDate, string>();
  for (const source of [year - 1, year, year + 1]) {
    for (const holiday of calendar.holidays) {
      if (source < (holiday.from ?? source) || source > (holiday.until ?? source)) continue;
      const date = dateOf(holiday.rule, source);
      const observed = holiday.rule.on === "fixed" ? moved(date, calendar.weekendRule) : null;
      if (date.startsWith(String(year))) days.set(date, holiday.name);
      if (observed?.startsWith(String(year)) && !days.has(observed)) days.set(observed, `${holiday.name} (observed)`);
    }
  }
  for (const day of calendar.proclaimed) if (day.on.startsWith(String(year))) days.set(day.on, day.name);
  return days;
}

const computedHolidays = new WeakMap<HolidayCalendar, Map<number, Map<CivilDate, string>>>();

/** A calendar is constant data, so its years are computed once. */
function yearOf(calendar: HolidayCalendar, year: number): Map<CivilDate, string> {
  const years = computedHolidays.get(calendar) ?? new Map<number, Map<CivilDate, string>>();
  computedHolidays.set(calendar, years);
  const days = years.get(year) ?? holidaysOf(calendar, year);
  years.set(year, days);
  return days;
}

/** The name of the holiday on a date, or null. */
export function holidayOn(calendar: HolidayCalendar, date: CivilDate): string | null {
  return yearOf(calendar, Number(date.slice(0, 4))).get(date) ?? null;
}

/** True on Monday to Friday that is no holiday. */
export function isWorkingDay(calendar: HolidayCalendar, date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && holidayOn(calendar, date) === null;
}

/** The date after `count` working days; the day of the trigger itself is not counted. */
export function addWorkingDays(calendar: HolidayCalendar, from: CivilDate, count: number): CivilDate {
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/** The number of working days from a date until before another one. */
export function workingDaysBetween(calendar: HolidayCalendar, from: CivilDate, until: CivilDate): number {
  let count = 0;
  for (let date = from; date < until; date = addDays(date, 1)) if (isWorkingDay(calendar, date)) count += 1;
  return count;
}
