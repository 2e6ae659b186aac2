import { findClock, houseLaw, type Law } from "@/lib/jurisdictions/rules";
import type { ClockKind, ClockRule, LegalSource } from "@/lib/jurisdictions/types";
import { addDays, addWorkingDays, addYears, type CivilDate, daysBetween, isCivilDate } from "@/lib/platform/calendar";
import { addHours, civilDate } from "@/lib/platform/clock";
import { dueWords, formatDate, formatDateNear, hoursWords, plural } from "@/lib/platform/format";

/** What started a clock: a date, and the instant when it is known (an hour limit needs it). */
export type ClockStart = { on: CivilDate; at?: Date | null };

/** When a clock ends. `dueAt` stands only for an hour limit whose starting instant is known. */
export type ClockDue = { dueOn: CivilDate; dueAt: Date | null };

/** Today on the wall of the case's home, and the instant. */
export type Moment = { today: CivilDate; now: Date | null; zone: string };

export type ClockState = "running" | "soon" | "overdue";

export type RunningClock = ClockDue & {
  code: string;
  title: string;
  kind: ClockKind;
  state: ClockState;
  /** `4 days overdue`, `19 h left of 48`, `77 days left`, `Due 2 Dec`. */
  words: string;
  /** `14 days from last word, 6 Nov 2026`. */
  why: string;
  afterwards: string;
  /** Negative when overdue. */
  daysLeft: number;
  sources: readonly LegalSource[];
};

/**
 * The end of a clock. The day of the trigger is not counted; working and court days skip the holidays of the
 * clock's own calendar. Null when the clock has no length, is not in force or starts on an impossible date.
 */
export function dueOf(rule: ClockRule, start: ClockStart, moment: Moment, law: Law = houseLaw): ClockDue | null {
  if (!rule.enabled || !rule.limit || !isCivilDate(start.on)) return null;
  const { amount, unit } = rule.limit;
  if (unit === "hours") {
    if (!start.at) return { dueOn: addDays(start.on, Math.ceil(amount / 24)), dueAt: null };
    const dueAt = addHours(start.at, amount);
    return { dueOn: civilDate(dueAt, moment.zone), dueAt };
  }
  if (unit === "years") return { dueOn: addYears(start.on, amount), dueAt: null };
  if (unit === "calendar_days") return { dueOn: addDays(start.on, amount), dueAt: null };
  const calendar = law.calendars[rule.calendar];
  if (!calendar) throw new Error(`clock ${rule.code}: no calendar ${rule.calendar}`);
  return { dueOn: addWorkingDays(calendar, start.on, amount), dueAt: null };
}

function isOverdue(rule: ClockRule, due: ClockDue, moment: Moment, fromPaper: boolean): boolean {
  if (rule.sense === "not_before" && !fromPaper) return false;
  if (due.dueAt && moment.now) return due.dueAt < moment.now;
  return due.dueOn < moment.today;
}

function isSoon(rule: ClockRule, due: ClockDue, moment: Moment): boolean {
  if (due.dueAt && moment.now) return due.dueAt.getTime() - moment.now.getTime() <= 24 * 3_600_000;
  return daysBetween(moment.today, due.dueOn) <= (rule.sense === "lapse" ? 15 : 2);
}

function wordsOf(rule: ClockRule, due: ClockDue, moment: Moment, dateWord?: string): string {
  const left = daysBetween(moment.today, due.dueOn);
  if (rule.limit?.unit === "hours" && due.dueAt && moment.now) {
    return hoursWords(due.dueAt, moment.now, rule.limit.amount);
  }
  if (rule.sense === "lapse") {
    if (left < 0) return `Lapsed ${plural(-left, "day")} ago`;
    return left === 0 ? "Lapses today" : `${plural(left, "day")} left`;
  }
  if (rule.sense === "not_before" && !dateWord) return `Not before ${formatDateNear(due.dueOn, moment.today)}`;
  if (left > 1 && dateWord) return `${dateWord} ${formatDateNear(due.dueOn, moment.today)}`;
  return dueWords(due.dueOn, moment.today);
}

/**
 * A clock at work. `paperDate` is a date that stands on an order or was agreed; it goes before the reckoned one.
 * @returns null for a clock that cannot run (not in force, no length and no date, impossible trigger)
 */
export function runClock(
  code: string,
  start: ClockStart,
  moment: Moment,
  options: { paperDate?: CivilDate | null; dateWord?: string; law?: Law } = {},
): RunningClock | null {
  const rule = findClock(code, options.law);
  if (!rule?.enabled) return null;
  const paper = options.paperDate && isCivilDate(options.paperDate) ? options.paperDate : null;
  const due = paper ? { dueOn: paper, dueAt: null } : dueOf(rule, start, moment, options.law);
  if (!due) return null;
  const overdue = isOverdue(rule, due, moment, paper !== null);
  return {
    ...due,
    code: rule.code,
    title: rule.title,
    kind: rule.kind,
    state: overdue ? "overdue" : isSoon(rule, due, moment) ? "soon" : "running",
    words: wordsOf(rule, due, moment, options.dateWord),
    why: paper ? `Date recorded on the paper` : `${rule.limitText} from ${rule.trigger}, ${formatDate(start.on)}`,
    afterwards: rule.afterwards,
    daysLeft: daysBetween(moment.today, due.dueOn),
    sources: rule.sources,
  };
}

/** The most urgent first: overdue longest, then due soonest. */
export function byUrgency(a: ClockDue, b: ClockDue): number {
  return a.dueOn.localeCompare(b.dueOn);
}
