import { findClock, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import type { ClockKind, ClockRule, LegalSource } from "@/lib/law/jurisdictions/types";
import { oncePerLanguage } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { formatDateNear } from "@/lib/platform/text/format";
import {
  addDays,
  addWorkingDays,
  addYears,
  type CivilDate,
  daysBetween,
  type HolidayCalendar,
  isCivilDate,
  workingDaysBetween,
} from "@/lib/platform/time/calendar";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { clockWhy, clockWords, riskWords, startWarning } from "./labels";
import type { CaseClock, ClockAlert, ClockChangeFact, RaisedRisk } from "./types";

/** What started a clock: a date, and the instant if it is known (a limit in hours needs it). */
export type ClockStart = { on: CivilDate; at?: Date | null };

/** When a clock ends. `dueAt` is set only for a limit in hours whose start instant is known. */
export type ClockDue = { dueOn: CivilDate; dueAt: Date | null };

/** Today's date in the case's home country, and the instant. */
export type Moment = { today: CivilDate; now: Date | null; zone: string };

export type ClockState = CaseClock["state"];

export type RunningClock = ClockDue & {
  code: string;
  title: string;
  kind: ClockKind;
  startedOn: CivilDate;
  state: ClockState;
  /** `4 days overdue`, `19 h left of 48`, `77 days left`, `Due 2 Dec`. */
  words: string;
  /** `14 days from last word, 6 Nov 2026`. */
  why: string;
  afterwards: string;
  /** Negative when overdue. */
  daysLeft: number;
  alerts: readonly ClockAlert[];
  sources: readonly LegalSource[];
  /** Why its start cannot be right, or null. */
  warning: string | null;
};

/** Natures of the acts of a case, whether an exhibit has a web address, and its risk where that is raised. */
export type CaseMarks = { natures: readonly string[]; liveLink: boolean; risk?: RaisedRisk | undefined };

const underMarks = oncePerLanguage((_: ClockRule) => new Map<string, ClockRule>());

/** The rule as it counts on a case: with the shortest limit that fits, and then without the others. */
export function ruleFor(rule: ClockRule, marks: CaseMarks | undefined): ClockRule {
  if (!marks) return rule;
  const fits = rule.shorter.findIndex(
    (clock) => (clock.liveLink && marks.liveLink) || clock.natures.some((nature) => marks.natures.includes(nature)),
  );
  // Few combinations of marks make a difference, and every clock of every case asks for one of them.
  const known = underMarks(rule);
  const name = `${fits} ${marks.risk ?? ""}`;
  const counted = known.get(name) ?? narrowed(rule, rule.shorter[fits], marks.risk);
  known.set(name, counted);
  return counted;
}

function narrowed(rule: ClockRule, fits: ClockRule["shorter"][number] | undefined, risk: CaseMarks["risk"]): ClockRule {
  const raised = risk && rule.atRisk?.[risk];
  const [shortest] = [
    ...(raised ? [{ limit: raised, for: riskWords[risk] }] : []),
    ...(fits ? [fits] : []),
    ...(rule.limit ? [{ limit: rule.limit, for: "" }] : []),
  ].toSorted((a, b) => roughHours(a.limit) - roughHours(b.limit));
  const { atRisk: _, ...same } = rule;
  const limitNote = [shortest?.for, rule.limitNote].filter(Boolean).join("; ");
  return { ...same, limit: shortest?.limit ?? null, shorter: [], limitNote };
}

const hoursOf = { hours: 1, calendar_days: 24, working_days: 24, court_days: 24, years: 8760 } as const;

/** Good enough to say which of two limits of one rule is shorter. */
const roughHours = ({ amount, unit }: NonNullable<ClockRule["limit"]>): number => amount * hoursOf[unit];

type Options = {
  /** A date in an order or an agreement; it takes precedence over the computed one. */
  paperDate?: CivilDate | null;
  dateWord?: string;
  law?: Law;
  /** What of the case makes the limit of some rules shorter. */
  marks?: CaseMarks;
  /** What people changed about this very clock, the oldest first. */
  changes?: readonly Omit<ClockChangeFact, "clockKey">[];
};

function calendarOf(rule: ClockRule, law: Law): HolidayCalendar {
  const calendar = law.calendars[rule.calendar];
  if (!calendar) throw new Error(`clock ${rule.code}: no calendar ${rule.calendar}`);
  return calendar;
}

const inWorkingDays = (rule: ClockRule) => rule.limit?.unit === "working_days" || rule.limit?.unit === "court_days";

/** A day so many days on, in the days that the rule counts in. */
const daysOn = (rule: ClockRule, from: CivilDate, days: number, law: Law): CivilDate =>
  inWorkingDays(rule) && days > 0 ? addWorkingDays(calendarOf(rule, law), from, days) : addDays(from, days);

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
  return { dueOn: daysOn(rule, start.on, amount, law), dueAt: null };
}

type Changed = {
  due: ClockDue;
  pausedSince: CivilDate | null;
  /** Days by which the end moved because the clock was paused. */
  stoodStill: number;
  extendedOn: CivilDate | null;
  until: CivilDate | null;
};

/** A paused clock counts nothing, so its end moves by the days that the rule would have counted. */
function changed(rule: ClockRule, own: ClockDue, start: ClockStart, moment: Moment, options: Options): Changed {
  const law = options.law ?? houseLaw;
  const at: Changed = { due: own, pausedSince: null, stoodStill: 0, extendedOn: null, until: null };
  const still = (from: CivilDate, until: CivilDate) => {
    const since = from < start.on ? start.on : from;
    const days = inWorkingDays(rule)
      ? workingDaysBetween(calendarOf(rule, law), since, until)
      : daysBetween(since, until);
    if (days <= 0) return;
    at.stoodStill += days;
    const { dueOn, dueAt } = at.due;
    at.due = { dueOn: daysOn(rule, dueOn, days, law), dueAt: dueAt && addHours(dueAt, days * 24) };
  };
  for (const { change, on, until } of options.changes ?? []) {
    if (change === "paused") at.pausedSince ??= on;
    if (change === "resumed" && at.pausedSince) {
      still(at.pausedSince, on);
      at.pausedSince = null;
    }
    // A day that was given to an earlier run of the same clock says nothing about this one.
    if (change === "extended" && until && on >= start.on) {
      Object.assign(at, { due: { dueOn: until, dueAt: null }, extendedOn: on, until });
    }
  }
  if (at.pausedSince) still(at.pausedSince, moment.today);
  return at;
}

function isOverdue(rule: ClockRule, due: ClockDue, moment: Moment, dated: boolean): boolean {
  if (rule.sense === "not_before" && !dated) return false;
  if (due.dueAt && moment.now) return due.dueAt < moment.now;
  return due.dueOn < moment.today;
}

function isSoon(rule: ClockRule, due: ClockDue, moment: Moment): boolean {
  if (due.dueAt && moment.now) return due.dueAt.getTime() - moment.now.getTime() <= 24 * 3_600_000;
  return daysBetween(moment.today, due.dueOn) <= (rule.sense === "lapse" ? 15 : 2);
}

/** What the law sets and somebody loses by, and what runs by the hour, cannot wait for tomorrow's digest. */
function urgencyOf(rule: ClockRule, on: CivilDate, due: ClockDue): ClockAlert["urgency"] {
  if (rule.limit?.unit === "hours") return "urgent";
  return rule.kind === "L" && rule.sense !== "follow_up" && on >= addDays(due.dueOn, -1) ? "urgent" : "digest";
}

/**
 * When to alert a person: after this many hours or days, on the due day and on the day after. Alerts counted from the
 * trigger move with the days on which the clock was paused.
 */
function alertsOf(rule: ClockRule, start: ClockStart, at: Changed, moment: Moment, options: Options): ClockAlert[] {
  const { due } = at;
  const dated = Boolean(options.paperDate) || at.until !== null;
  if (at.pausedSince || (rule.sense === "not_before" && !dated)) return [];
  const law = options.law ?? houseLaw;
  const alert = (name: string, on: CivilDate, instant: Date | null = null): ClockAlert => ({
    name,
    on,
    at: instant,
    urgency: urgencyOf(rule, on, due),
  });
  const early = rule.alertsAfter.map((after): ClockAlert => {
    if (after < 0) return alert(String(after), addDays(due.dueOn, after));
    if (rule.limit?.unit !== "hours") return alert(String(after), daysOn(rule, start.on, after + at.stoodStill, law));
    if (!start.at) return alert(String(after), addDays(start.on, Math.ceil(after / 24) + at.stoodStill));
    const instant = addHours(start.at, after + at.stoodStill * 24);
    return alert(String(after), civilDate(instant, moment.zone), instant);
  });
  const sameAsDue = (clockAlert: ClockAlert) =>
    due.dueAt && clockAlert.at ? clockAlert.at.getTime() === due.dueAt.getTime() : clockAlert.on === due.dueOn;
  return [
    ...early.filter((clockAlert) => !sameAsDue(clockAlert) && clockAlert.on >= start.on),
    alert("due", due.dueOn, due.dueAt),
    alert("overdue", addDays(due.dueOn, 1)),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
}

/** A clock of a rule at work. @returns null for one that cannot run: not in force, or no length and no date */
export function runRule(
  given: ClockRule,
  start: ClockStart,
  moment: Moment,
  options: Options = {},
): RunningClock | null {
  if (!given.enabled) return null;
  const rule = ruleFor(given, options.marks);
  const { code, title, kind, afterwards, sources } = rule;
  const same = { code, title, kind, afterwards, sources, startedOn: start.on };
  const paper = options.paperDate && isCivilDate(options.paperDate) ? options.paperDate : null;
  const warning = paper ? null : startWarning(start.on, moment.today);
  if (warning) return { ...same, ...notComputed(moment), why: warning, warning };
  const own = paper ? { dueOn: paper, dueAt: null } : dueOf(rule, start, moment, options.law);
  if (!own) return null;
  const at = changed(rule, own, start, moment, options);
  const { due, pausedSince } = at;
  const overdue = isOverdue(rule, due, moment, paper !== null || at.until !== null);
  const state = overdue ? "overdue" : isSoon(rule, due, moment) ? "soon" : "running";
  const words = clockWords({ rule, ...due, ...moment }, at.until ? (options.dateWord ?? "Until") : options.dateWord);
  return {
    ...same,
    ...due,
    state: pausedSince ? "paused" : state,
    words: pausedSince
      ? t("Paused since {pausedSince}", { pausedSince: formatDateNear(pausedSince, moment.today) })
      : words,
    why: clockWhy(rule, start.on, paper !== null, { ...at, own: own.dueOn }),
    daysLeft: daysBetween(moment.today, due.dueOn),
    alerts: alertsOf(rule, start, at, moment, options),
    warning: null,
  };
}

/** An impossible start counts nothing; it must be corrected today. */
function notComputed({ today }: Moment) {
  return {
    dueOn: today,
    dueAt: null,
    state: "soon" as const,
    words: t("Start date cannot be right"),
    daysLeft: 0,
    alerts: [],
  };
}

/** As runRule, for the code of a rule. @returns null for a clock that cannot run, or that the law does not know */
export function runClock(code: string, start: ClockStart, moment: Moment, options: Options = {}): RunningClock | null {
  const rule = findClock(code, options.law);
  return rule ? runRule(rule, start, moment, options) : null;
}

/**
 * Most urgent first: longest overdue, then due soonest; paused clocks last. A limit in hours ends before the end of its
 * day.
 */
export function byUrgency(a: ClockDue & { state?: ClockState }, b: ClockDue & { state?: ClockState }): number {
  const still = Number(a.state === "paused") - Number(b.state === "paused");
  const hour = ({ dueAt }: ClockDue) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return still || a.dueOn.localeCompare(b.dueOn) || hour(a) - hour(b);
}

type Standing = Pick<CaseClock, "key" | "kind" | "state" | "daysLeft">;

/** A time bar that is over: nothing can be done in time any more, so nothing is late. */
export const isPassed = ({ key, kind, state }: Omit<Standing, "daysLeft">): boolean =>
  state === "overdue" && kind === "L" && key.startsWith("case:");

/**
 * What every list and count treats as a date of a case. Excludes paused clocks, expired time bars, and days from which
 * something is permitted once they have come.
 */
export function countsAsDate(clock: Standing): boolean {
  if (clock.state === "paused" || isPassed(clock)) return false;
  return clock.state === "overdue" || clock.daysLeft >= 0;
}

/** The key of a clock of a step, or of one report of it, in everything recorded about it. */
export const stepClockKey = (step: string, code: string, part = "") =>
  part ? `step:${step}/${part}:${code}` : `step:${step}:${code}`;

/** Of a clock of one report, the clock of its whole step; every other is its own. */
export const wholeClockKey = (key: string): string => key.replace(/^(step:[^/:]+)\/[^:]+/, "$1");

/** The same clock as every page, feed and mail reads it. */
export function asCaseClock(
  running: RunningClock,
  given: Pick<CaseClock, "key" | "waitsOn"> &
    Partial<Pick<CaseClock, "title" | "ask" | "stepKey" | "stepTitle" | "about" | "code" | "path">>,
): CaseClock {
  return { stepKey: null, stepTitle: null, ...running, ...given };
}
