import { askService, referralPath, referralTitle } from "@/lib/casework/referrals/labels";
import { referralKeys } from "@/lib/casework/referrals/rules";
import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import { asksBeforeSending, type CaseReading, factOf, standing, unmet, whoHasIt } from "@/lib/escalation/steps/rules";
import { splitStep } from "@/lib/escalation/steps/split-step";
import { clockTitle } from "@/lib/law/clocks/labels";
import { countsAsDate, stepClockKey } from "@/lib/law/clocks/rules";
import type { CaseClock, ReferralFact } from "@/lib/law/clocks/types";
import { findClock } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { endOfDay, startOfDay } from "@/lib/platform/time/zone";
import { askAgain, lateReason, soonReason } from "./labels";
import type { QueueItem } from "./types";

/** What is due in so many days is in the queue; what is further away is not yet. */
export const soonDays = 7;

/** A step, or one report of it. */
type Place = { id: string; part: string; step: PlaybookStep; reading: CaseReading };

/**
 * Everything that is to be done on a case and has a day, or cannot wait for one, and everything that waits for others:
 * each once. A step with several clocks is one item, with the clock that ends first.
 * @param clocks the case's, the most urgent first
 * @param nexts its next steps, the most urgent first
 * @param wanted the keys of the only items that are asked for: the others are not put into words
 */
export function queueOf(
  c: CaseReading,
  clocks: readonly CaseClock[],
  nexts: readonly NextStep[],
  wanted: ReadonlySet<string> | null = null,
): QueueItem[] {
  const isWanted = (key: string) => wanted?.has(key) ?? true;
  const counted = clocks.filter(countsAsDate);
  const places = placesOf(c);
  const known = new Set(places.map((place) => place.id));
  const byPlace = Map.groupBy(counted, (clock) => placeOf(clock.key));
  return [
    ...places.flatMap((place) => {
      const clock = byPlace.get(place.id)?.[0] ?? null;
      return isWanted(keyOf(place, clock)) ? fromPlace(c, place, clock, nexts) : [];
    }),
    ...counted.filter(({ key }) => !known.has(placeOf(key)) && isWanted(key)).map((clock) => fromClock(c, clock)),
    ...(c.facts.referrals ?? []).filter(({ state, answerBy }) => state === "open" && !answerBy).map(fromReferral),
    ...nexts.filter(({ rule, status }) => isUndated(rule) && status !== "overdue").flatMap(fromNext(c, byPlace)),
  ].filter(({ key }) => isWanted(key));
}

const keyOf = ({ step, part }: Place, clock: CaseClock | null): string =>
  clock?.key ?? `wait:${step.key}${part && `/${part}`}`;

/** `step:<stepKey>` or `step:<stepKey>/<report>`; any other clock is a place of its own. */
function placeOf(key: string): string {
  return key.startsWith("step:") ? key.slice(0, key.lastIndexOf(":")) : key;
}

function placesOf(c: CaseReading): Place[] {
  return Object.values(c.playbook.steps).flatMap((step) => {
    const parts = splitStep(c, step);
    const whole = { id: stepClockKey(step.key, "").slice(0, -1), part: "", step, reading: c };
    if (parts.length === 0) return [whole];
    return parts.map((part) => ({
      id: stepClockKey(step.key, "", part.clockPart).slice(0, -1),
      part: part.key,
      step: part.step,
      reading: part.reading,
    }));
  });
}

function fromPlace(c: CaseReading, at: Place, clock: CaseClock | null, nexts: readonly NextStep[]): QueueItem[] {
  const waits = standing(at.reading, at.step) === "waiting";
  if (!clock && !waits) return [];
  const fact = factOf(at.reading, at.step.key);
  const late = clock?.state === "overdue";
  const next = nexts.find((candidate) => isAbout(candidate, at));
  const silent = waits && !clock && next?.rule === "silent";
  const who = waits ? whoHasIt(at.reading, at.step) : null;
  const said = late || silent ? next?.act : undefined;
  const due = clock ? daysOf(c, clock) : { dueOn: null, dayAt: null, lateAt: null };
  return [
    {
      key: keyOf(at, clock),
      turn: waits && !silent ? "theirs" : "ours",
      kind: clock?.kind ?? null,
      ...due,
      title: at.step.title,
      what: said ?? actOf(at.step, clock, waits),
      object: numberOf(at),
      why: clock ? (late ? lateReason(clock) : soonReason(clock)) : silent ? (next?.why ?? "") : at.step.ifStalled,
      who,
      since: fact?.submittedOn ?? fact?.begunOn ?? null,
      stepKey: at.step.key,
      part: at.part,
      path: next?.rule === "refusal" ? next.path : `/ladder/${at.step.key}${at.part && `#report-${at.part}`}`,
      words: clock?.words ?? "",
      danger: isDanger(at.step) && c.facts.danger,
      lastSafeOn: clock && lastSafe(c, clock),
      mayLog: fact !== null && fact.state !== "skipped",
      maySend: maySend(at),
    },
  ];
}

/** A refusal that was logged and a renewal are items of their own; a number that was not given in time is of its step. */
function isAbout({ rule, status, stepKey, path }: NextStep, { step, part }: Place): boolean {
  if (stepKey !== step.key || (part && !path.endsWith(part))) return false;
  return rule === "refusal" ? status === "overdue" : rule !== "renewal";
}

/** What to do about a wait; otherwise what the clock is for, which counts also where the step itself is done. */
function actOf(step: PlaybookStep, clock: CaseClock | null, waits: boolean): string {
  if (waits || !clock) return step.actWhenOverdue ?? askAgain(step);
  return clockTitle(clock);
}

/** The last number that the step gave, or else the last of those that it needs. */
function numberOf({ step, reading }: Place): string | null {
  const issued = reading.facts.references.filter((reference) => reference.state === "issued" && reference.display);
  const needed = step.prerequisites.flatMap((need) => (need.need === "reference" ? need.anyOf : []));
  const own = issued.findLast((reference) => step.produces.references.includes(reference.kind));
  return (own ?? issued.findLast((reference) => needed.includes(reference.kind)))?.display ?? null;
}

/** One click is enough where nothing has to be weighed first. */
function maySend({ step, reading }: Place): boolean {
  if (!step.sendableByUs || unmet(reading, step).length > 0) return false;
  const { tipOff, removal } = asksBeforeSending(step, reading.facts);
  const status = standing(reading, step);
  return status !== "done" && status !== "skipped" && tipOff === null && removal !== "nothing";
}

const isDanger = (step: PlaybookStep) => step.notNeeded.some((rule) => rule.when === "no_danger");

/** A clock of the case, of an account, of a release, or one that a person started. */
function fromClock(c: CaseReading, clock: CaseClock): QueueItem {
  return {
    key: clock.key,
    turn: clock.waitsOn ? "theirs" : "ours",
    kind: clock.kind,
    ...daysOf(c, clock),
    title: clockTitle(clock),
    what: clock.waitsOn
      ? (clock.ask ?? t("Ask {who}: {what}", { who: clock.waitsOn, what: clockTitle(clock) }))
      : clockTitle(clock),
    object: null,
    why: clock.state === "overdue" ? lateReason(clock) : soonReason(clock),
    who: clock.waitsOn,
    since: clock.startedOn,
    stepKey: null,
    part: "",
    path: clock.path ?? (clock.key.startsWith("refusal:") ? "/refusals" : "/deadlines"),
    words: clock.words,
    danger: isDangerClock(c, clock),
    lastSafeOn: lastSafe(c, clock),
    mayLog: false,
    maySend: false,
  };
}

/** A referral of which no day was agreed: it waits, and is never late. */
function fromReferral({ id, number, service, madeOn }: ReferralFact): QueueItem {
  return {
    key: referralKeys(id).wait,
    turn: "theirs",
    kind: null,
    dueOn: null,
    dayAt: null,
    lateAt: null,
    title: referralTitle(number),
    what: askService(service, number),
    object: null,
    why: t("No day was agreed for the answer."),
    who: service,
    since: madeOn,
    stepKey: null,
    part: "",
    path: referralPath(id),
    words: "",
    danger: false,
    lastSafeOn: null,
    mayLog: false,
    maySend: false,
  };
}

/** The review of an answer about danger, and the one that runs from the flag. */
function isDangerClock(c: CaseReading, { key }: CaseClock): boolean {
  const ofCase = c.playbook.caseClocks.find(({ code }) => key === `case:${code}`);
  return key.startsWith("danger:") || ofCase?.from.event === "danger";
}

const isUndated = (rule: NextStep["rule"]) => rule === "danger" || rule === "refusal" || rule === "renewal";

/** What cannot wait and has no clock: danger, a refusal whose next level is our move, preservation about to lapse. */
function fromNext(c: CaseReading, byPlace: ReadonlyMap<string, readonly CaseClock[]>) {
  const seen = new Map<string, number>();
  return (next: NextStep): QueueItem[] => {
    if (next.rule === "danger" && byPlace.has(`step:${next.stepKey}`)) return [];
    const name = `next:${next.rule}:${next.stepKey}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return [
      {
        key: before === 0 ? name : `${name}:${before + 1}`,
        turn: "ours",
        kind: null,
        dueOn: null,
        dayAt: null,
        lateAt: null,
        title: next.title,
        what: next.act,
        object: null,
        why: next.why,
        who: null,
        since: null,
        stepKey: next.stepKey || null,
        part: "",
        path: next.path,
        words: "",
        danger: next.rule === "danger" && c.facts.danger,
        lastSafeOn: null,
        mayLog: false,
        maySend: false,
      },
    ];
  };
}

/** Its day at the case's home, and the first instant at which it is late, by the same rules as its state. */
function daysOf(c: CaseReading, clock: CaseClock): Pick<QueueItem, "dueOn" | "dayAt" | "lateAt"> {
  const { zone } = c.moment;
  const after = clock.dueAt ? new Date(clock.dueAt.getTime() + 1) : endOfDay(clock.dueOn, zone);
  return { dueOn: clock.dueOn, dayAt: startOfDay(clock.dueOn, zone), lateAt: isNeverLate(c, clock) ? null : after };
}

/** A start that cannot be right, a time bar, and the day from which something is permitted: passing it is not late. */
function isNeverLate(c: CaseReading, clock: CaseClock): boolean {
  if (clock.warning) return true;
  if (clock.kind === "L" && clock.key.startsWith("case:")) return true;
  return clock.state !== "overdue" && clock.alerts.length === 0 && findClock(clock.code ?? "", c.law) !== null;
}

/** The day before a deadline of the law, or before data lapses, is the last on which it can still be done safely. */
function lastSafe(c: CaseReading, clock: CaseClock): CivilDate | null {
  const lapses = findClock(clock.code ?? "", c.law)?.sense === "lapse";
  return clock.kind === "L" || lapses ? addDays(clock.dueOn, -1) : null;
}

/** Overdue, for today, or soon. What has no day is for today. */
export function groupOfItem({ dayAt, lateAt }: Pick<QueueItem, "dayAt" | "lateAt">, now: Date) {
  if (lateAt !== null && lateAt <= now) return "overdue" as const;
  return dayAt === null || dayAt <= now ? ("today" as const) : ("soon" as const);
}
