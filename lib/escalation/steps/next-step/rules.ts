import { forecastGap } from "@/lib/escalation/preservation/rules";
import { clockTitle } from "@/lib/law/clocks/labels";
import { stepClockKey } from "@/lib/law/clocks/rules";
import type { CaseClock } from "@/lib/law/clocks/types";
import { findClock, findReferenceKind } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep, Rung } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { daysBetween } from "@/lib/platform/time/calendar";
import {
  answered,
  type CaseReading,
  factOf,
  lastWord,
  neededNumbers,
  partPath,
  type StepReading,
  standing,
  whoHasIt,
} from "../rules";
import type { RefusalFact } from "../types";
import { askWords, whyLate, whyNext, whySilent, whyWait } from "./labels";
import type { NextStep } from "./types";

/** Our own default: after this many days of silence without a running clock we follow up. It has no legal force. */
const silentDays = 30;

type Placed = { step: PlaybookStep; level: { number: number; name: string } };

/** `clockKey`: the clock that makes it urgent. `about`: the case as read for one report, or the whole. */
type Found = Omit<NextStep, "object" | "whom" | "due" | "message"> & {
  clockKey?: string | undefined;
  about?: Placed & { c: CaseReading };
};
type Ranked = Found & { rank: number };

/**
 * What can be done now, most urgent first: danger; a refusal whose next level is our move; overdue items; preservation
 * that must be renewed; silence; then the ladder in reading order. Never empty for an open case: if nothing can be
 * done, it says whom we are waiting for and until when.
 */
export function nextSteps(
  c: CaseReading,
  readings: ReadonlyMap<string, StepReading>,
  clocks: readonly CaseClock[],
): [NextStep, ...NextStep[]] {
  const placed = placedSteps(c);
  const found: Ranked[] = [
    ...placed.flatMap((placedStep) => fromStep(c, placedStep, readings.get(placedStep.step.key))),
    ...(c.facts.refusals ?? []).flatMap((refusal) => fromRefusal(c, placed, refusal)),
    ...clocks.filter((clock) => isOurs(c, clock)).map((clock) => fromDate(placed, clock)),
    ...fromKept(c, placed),
  ];
  const [first, ...rest] = found.toSorted((a, b) => a.rank - b.rank).map((next) => completed(c, next, clocks));
  return first ? [first, ...rest] : [completed(c, { ...wait(c, placed, clocks), rank: 0 }, clocks)];
}

/** With what it is about, who has it and by when. */
function completed(
  c: CaseReading,
  { rank: _, clockKey, about, ...next }: Ranked,
  clocks: readonly CaseClock[],
): NextStep {
  const step = about?.step ?? c.playbook.steps[next.stepKey];
  const at = about?.c ?? c;
  const clock = clocks.find(({ key }) => key === clockKey);
  const asks = next.rule === "overdue" || next.rule === "silent" || next.rule === "wait";
  const waits = step && asks && standing(at, step) === "waiting" ? step : null;
  const object = step && next.rule !== "refusal" ? objectOf(at, step) : null;
  return {
    ...next,
    object,
    whom: waits && whoHasIt(at, waits),
    message: waits && messageTo(at, waits, object),
    due: clock
      ? {
          clockKey: clock.key,
          on: clock.dueOn,
          at: clock.dueAt,
          words: clock.words,
          daysLeft: clock.daysLeft,
          late: clock.state === "overdue",
        }
      : null,
  };
}

/** What to write to whoever has it: for the number that is awaited, or for how it goes. */
function messageTo(c: CaseReading, step: PlaybookStep, object: string | null): string {
  const [kind] = step.doneWhen.flatMap((rule) => (rule.by === "reference" && !answered(c, step) ? rule.anyOf : []));
  const number = findReferenceKind(kind ?? "", c.law)?.short ?? null;
  return askWords({ about: object ?? step.title, number, on: lastWord(c, step) });
}

/** The official number by which the other side knows the matter: of the step itself, or that it builds on. */
function objectOf(c: CaseReading, step: PlaybookStep): string | null {
  const own = answered(c, step)?.display;
  if (own) return own;
  const needed = neededNumbers(c, step);
  const number = c.facts.references.findLast((r) => r.state === "issued" && r.display && needed.includes(r.kind));
  return number?.display ?? null;
}

/**
 * The one act of a step for its own page: what the case asks for there; while others have it, the wait with its next
 * date. Null for a step that is done, not needed or not open yet.
 */
export function actOfStep(
  c: CaseReading,
  stepKey: string,
  acts: readonly NextStep[],
  clocks: readonly CaseClock[],
): NextStep | null {
  const own = acts.find((act) => act.stepKey === stepKey);
  const at = placedSteps(c).find((placed) => placed.step.key === stepKey);
  if (own || !at || standing(c, at.step) !== "waiting") return own ?? null;
  const clock = clocks.find((candidate) => candidate.stepKey === stepKey);
  const waiting: Ranked = {
    ...placeOf(at, "wait", "waiting"),
    act: t("Wait for {whom}", { whom: whoHasIt(c, at.step) }),
    why: clock ? whyWait(clock) : t("It has no deadline. Add a date to ask again, so that it is not forgotten."),
    clockKey: clock?.key,
    about: { ...at, c },
    rank: 0,
  };
  return completed(c, waiting, clocks);
}

function placedSteps(c: CaseReading): Placed[] {
  return c.playbook.levels.flatMap((level, i) =>
    level.rows.flatMap((row) =>
      [row.home, row.there].flatMap((key) => {
        const step = key ? c.playbook.steps[key] : undefined;
        return step ? [{ step, level: { number: i + 1, name: level.name } }] : [];
      }),
    ),
  );
}

function fromStep(c: CaseReading, at: Placed, reading: StepReading | undefined, clockPart = ""): Ranked[] {
  if (!reading || reading.status === "skipped") return [];
  if (reading.parts.length > 0) return fromParts(at, reading.parts);
  const { step, level } = at;
  const { status, clocks } = reading;
  const fact = factOf(c, step.key);
  if (status === "waiting") return silent(c, at, reading);
  if (status !== "ready" && status !== "begun" && status !== "overdue") return [];
  const danger = step.notNeeded.some((rule) => rule.when === "no_danger");
  const late = status === "overdue";
  const refused = late ? notIssued(c, at, reading) : null;
  if (refused) return [refused];
  const sent = late && standing(c, step) === "waiting";
  const lateAct = step.actWhenOverdue ?? (sent ? t("Ask again: {title}", { title: step.title }) : step.act);
  const rank = danger ? -100_000 : late ? -1000 + (clocks[0]?.running.daysLeft ?? 0) : step.optional ? 1 : 0;
  return [
    {
      ...placeOf(at, danger ? "danger" : late ? "overdue" : status, status),
      act: late ? lateAct : step.act,
      why: whyNext(step, status, level, fact, clocks[0]?.running ?? null),
      rank,
      clockKey: clocks[0] && stepClockKey(step.key, clocks[0].running.code, clockPart),
      about: { ...at, c },
    },
  ];
}

/** Each report of a step separately, with its name; those still to be sent are one act. */
function fromParts(at: Placed, parts: StepReading["parts"]): Ranked[] {
  const isOpen = ({ status }: StepReading) => status === "ready" || status === "begun";
  const [first, ...more] = parts.filter(isOpen);
  const others = parts.filter((part) => !isOpen(part));
  return [...others, ...(first ? [first] : [])].flatMap((suggestion) => {
    const names = suggestion === first ? more.map(({ part }) => part.name) : [];
    const { part } = suggestion;
    const path = part.takedown && names.length > 0 ? "/takedowns" : partPath(at.step, part);
    const placed = { ...at, step: part.step };
    const found = fromStep(part.reading, placed, suggestion, part.clockPart);
    return [...found, ...(found.length === 0 ? answerPlatform(placed, suggestion) : [])].map((next) => ({
      ...next,
      act: [next.act, ...names].join(", "),
      title: [next.title, ...names].join(", "),
      path,
    }));
  });
}

/** A platform refused, or asked for more: the next act is ours, whenever its day is. */
function answerPlatform(at: Placed, { part, status }: StepReading["parts"][number]): Ranked[] {
  const state = part.takedown?.state;
  if (status !== "waiting" || (state !== "refused" && state !== "more_asked")) return [];
  const refused = state === "refused";
  const act = refused
    ? t("Appeal: {name}", { name: part.name })
    : t("Send what was asked: {name}", { name: part.name });
  const why = refused
    ? t("The platform refused to remove it. An appeal asks a person there to look again.")
    : t("The platform asked for more before it decides.");
  return [{ ...placeOf(at, "refusal", "waiting"), act, why, rank: -250 }];
}

function placeOf({ step, level }: Placed, rule: NextStep["rule"], status: NextStep["status"]) {
  const skippable = step.skippable && status !== "done";
  const same = { rule, stepKey: step.key, title: step.title, level: level.number, side: step.side, status, skippable };
  return { ...same, path: `/ladder/${step.key}` };
}

/** A requested number was not given in time: that is a refusal, so its branch is next. */
function notIssued(c: CaseReading, at: Placed, { clocks }: StepReading): Ranked | null {
  const kinds = at.step.doneWhen.flatMap((rule) => (rule.by === "reference" ? rule.anyOf : []));
  const asked = c.facts.references.some(
    (reference) => reference.state === "not_yet_issued" && kinds.includes(reference.kind),
  );
  const branch = asked && at.step.refusable ? branchOf(c, at.step) : null;
  const clock = clocks[0]?.running;
  if (!branch || !clock || (c.facts.refusals ?? []).some((refusal) => refusal.stepKey === at.step.key)) return null;
  const why = t("The number was asked for and is not yet issued. {clock}", { clock: whyLate(clock) });
  return {
    ...placeOf(at, "refusal", "overdue"),
    act: branch.act,
    why,
    path: "/refusals",
    clockKey: stepClockKey(at.step.key, clock.code),
    rank: -1500 + clock.daysLeft,
  };
}

/** The step whose levels handle a complaint about this one: itself, or one about an agency of it. */
function branchOf(c: CaseReading, step: PlaybookStep): PlaybookStep | null {
  if (step.rungs?.length) return step;
  const branches = Object.values(c.playbook.steps).filter((candidate) => candidate.rungs?.length);
  return branches.find((branch) => branch.agencies.some((key) => step.agencies.includes(key))) ?? null;
}

/** An unresolved refusal: the document for its level is drafted, finished or sent; then the level's deadline runs. */
function fromRefusal(c: CaseReading, placed: readonly Placed[], refusal: RefusalFact): Ranked[] {
  const at = placed.find((placedStep) => placedStep.step.key === refusal.stepKey);
  const branch = at && branchOf(c, at.step);
  const rung = branch?.rungs?.find((candidate) => candidate.key === refusal.rungKey);
  if (!at || !rung) return [];
  const mine = c.facts.documents.filter((paper) => paper.refusal === refusal.number);
  const above = branch?.rungs?.slice(branch.rungs.indexOf(rung) + 1) ?? [];
  const gone = above.findLast(({ key }) => mine.some((paper) => paper.rungKey === key && paper.sentOn));
  const step = { ...placeOf(at, "refusal", standing(c, at.step)), path: "/refusals", rank: -1500 };
  if (gone) return [{ ...step, act: `Escalate the refusal to its level: ${gone.to}`, why: whyGone(refusal, gone) }];
  const papers = mine.filter((paper) => paper.rungKey === rung.key);
  if (papers.some((paper) => paper.sentOn)) return [];
  const drafted = papers.some((paper) => paper.state === "draft");
  const act =
    papers.length === 0 ? t("Draft the complaint") : drafted ? t("Finish the complaint") : t("Send the complaint");
  return [{ ...step, act: `${act}: ${rung.to}`, why: whyRefusal(refusal, rung) }];
}

function whyGone(refusal: RefusalFact, rung: Rung): string {
  return t(
    "A complaint about refusal {number} went to: {to}. The refusal is still at a lower level, so the time there does not run yet.",
    { number: refusal.number, to: rung.to },
  );
}

function whyRefusal(refusal: RefusalFact, rung: Rung): string {
  return t("Refusal {number} of {refusedOn} is not put right. The next level is {to}. Send: {send}.", {
    number: refusal.number,
    refusedOn: formatDate(refusal.refusedOn),
    to: rung.to,
    send: rung.send,
  });
}

/** Late, and on no step: a clock that a person started, the next act of a note, a danger to be looked at again, or a follow-up of the whole case. A time bar is neither. */
function isOurs(c: CaseReading, clock: CaseClock): boolean {
  if (clock.state !== "overdue") return false;
  if (["hand:", "note:", "danger:"].some((begin) => clock.key.startsWith(begin))) return true;
  return /^(case|safety):/.test(clock.key) && findClock(clock.code ?? "", c.law)?.sense === "follow_up";
}

/**
 * An internal date, or a clock that a person started, that is over. A follow-up of the whole case, such as checking the
 * evidence again, comes after every overdue step: nobody waits for it.
 */
function fromDate(placed: readonly Placed[], clock: CaseClock): Ranked {
  const ofCase = /^(case|safety):/.test(clock.key);
  return {
    ...nowhere(placed, "overdue", "overdue"),
    title: clock.title,
    act: clock.title,
    why: whyLate(clock),
    path: clock.path ?? "/deadlines",
    clockKey: clock.key,
    rank: ofCase ? -300 : -1000 + clock.daysLeft,
  };
}

/** Items that belong to no step are placed on the first level. */
function nowhere(placed: readonly Placed[], rule: NextStep["rule"], status: NextStep["status"]) {
  return { rule, stepKey: "", level: placed[0]?.level.number ?? 1, side: "home" as const, status, skippable: false };
}

/** Preservation that must be renewed before it lapses. */
function fromKept(c: CaseReading, placed: readonly Placed[]): Ranked[] {
  const { today } = c.moment;
  return (c.facts.preservations ?? []).flatMap((keep) => {
    const { renewFrom, renewUntil, state } = forecastGap(keep, today, c.law, null);
    if (state !== "covered" || !renewFrom || !renewUntil || today < renewFrom || today > renewUntil) return [];
    const title = t("Account {accountNumber}", { accountNumber: keep.accountNumber });
    const act = t("Ask the officer to renew the preservation of account {accountNumber}", {
      accountNumber: keep.accountNumber,
    });
    const why = t(
      "It lapses, and only an officer can ask for more time: at the latest on {renewUntil}, {plural} from now.",
      { renewUntil: formatDate(renewUntil), plural: plural(daysBetween(today, renewUntil), "day") },
    );
    return [{ ...nowhere(placed, "renewal", "ready"), title, act, why, path: "/deadlines#kept", rank: -400 }];
  });
}

/** A step that is with somebody else, with no news for a long time and no running clock. */
function silent(c: CaseReading, at: Placed, { clocks }: StepReading): Ranked[] {
  const fact = factOf(c, at.step.key);
  const heard = fact?.lastContactOn ?? fact?.submittedOn ?? fact?.begunOn;
  if (clocks.length > 0 || !heard) return [];
  const days = daysBetween(heard, c.moment.today);
  if (days <= silentDays) return [];
  const act = t("Ask {c} about it: {title}", { c: whoHasIt(c, at.step), title: at.step.title });
  return [{ ...placeOf(at, "silent", "waiting"), act, why: whySilent(at.step, days), rank: -200, about: { ...at, c } }];
}

function wait(c: CaseReading, placed: readonly Placed[], clocks: readonly CaseClock[]): Found {
  const clock = clocks.find((caseClock) => caseClock.state !== "paused" && caseClock.state !== "overdue");
  const at = placed.find((placedStep) => placedStep.step.key === clock?.stepKey);
  if (clock) {
    const act = clock.waitsOn
      ? t("Wait for {waitsOn}", { waitsOn: clock.waitsOn })
      : t("Wait until {dueOn}", { dueOn: formatDate(clock.dueOn) });
    const where = at ? placeOf(at, "wait", "waiting") : nowhere(placed, "wait", "waiting");
    return {
      ...where,
      title: clockTitle(clock),
      act,
      why: whyWait(clock),
      path: clock.path ?? "/deadlines",
      clockKey: clock.key,
    };
  }
  const other = placed.find((placedStep) => standing(c, placedStep.step) === "waiting");
  if (other) {
    const why = t("It has no deadline. Add a date to ask again, so that it is not forgotten.");
    return {
      ...placeOf(other, "wait", "waiting"),
      act: `Wait for ${whoHasIt(c, other.step)}`,
      why,
      path: "/deadlines",
    };
  }
  const why = t("Every step is done or not needed, and no deadline is running. You are not waiting for anyone.");
  return {
    ...nowhere(placed, "close", "done"),
    title: t("Close"),
    act: "Close the case, or add a date",
    why,
    path: "/close",
  };
}
