import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { nextSteps } from "@/lib/escalation/steps/next-step/rules";
import {
  answered,
  type CaseReading,
  factOf,
  handedOver,
  isDone,
  marksOf,
  notNeeded,
  packetOf,
  reached,
  readStep,
  type StepReading,
  standing,
  unmet,
  whoHasIt,
} from "@/lib/escalation/steps/rules";
import { fullTitle } from "@/lib/law/clocks/labels";
import { countsAsDate, ruleFor } from "@/lib/law/clocks/rules";
import { onlyWeakMarks } from "@/lib/law/jurisdictions/labels";
import { findClock, findReferenceKind, houseLaw, type Law, pairName } from "@/lib/law/jurisdictions/rules";
import type { ClockRule, Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { formatDateNear } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { cardClock, describePartState, factLine, partsLine, partWord, statusWord, takedownWord } from "./labels";
import type {
  CrossingView,
  Guard,
  LadderFacts,
  LadderView,
  LevelView,
  MiniMark,
  PartView,
  StepStatus,
  StepView,
} from "./types";

function viewStep(c: CaseReading, reading: StepReading, isNext: boolean): StepView {
  const { step, status, clocks } = reading;
  const parts = reading.parts.map((part) => viewPart(c, part));
  const [only] = reading.parts.length === 1 ? reading.parts : [];
  const first = clocks[0] ?? null;
  const fact = factOf(c, step.key);
  const packet = handedOver(c, step.produces.packet) ?? packetOf(c, step.produces.packet);
  const own = step.sendableByUs ? null : packet;
  const whyNotYet = status === "not_yet" ? unmet(c, step).map((need) => t("Opens {opens}", { opens: need.opens })) : [];
  const idle = first?.clock ?? (status === "done" || status === "skipped" ? null : (step.clocks[0] ?? null));
  const lapse =
    first?.clock.dateWord && status === "waiting" && findClock(first.clock.code, c.law)?.sense === "lapse"
      ? first
      : null;
  const line = factLine({
    step,
    status,
    fact,
    references: c.facts.references,
    kindOf: (key) => findReferenceKind(key, c.law),
    packet: own,
    exhibits: c.facts.counts.exhibits,
    sightings: c.facts.counts.sightings ?? 0,
    whyNotYet,
    notNeeded: notNeeded(c, step),
    today: c.moment.today,
  });
  const several = parts.length > 1 && status !== "skipped" && status !== "not_yet";
  const shown = several ? partsLine(parts) : only ? viewStep(only.part.reading, only, isNext).fact : line;
  return {
    key: step.key,
    title: step.title,
    side: step.side,
    status,
    word: lapse
      ? `${lapse.clock.dateWord} ${formatDateNear(lapse.running.dueOn, c.moment.today)}`
      : statusWord(status, first?.running ?? null, own, whoHasIt(c, step)),
    fact: shown,
    factMarks: line.before === step.summary ? onlyWeakMarks(step.sources) : [],
    whoMaySend: step.whoMaySend,
    whoIcon: step.whoIcon,
    officialsOnly: !step.sendableByUs,
    clock: cardClock(first?.running ?? null, idle, ruleOn(c, idle?.code ?? ""), status === "overdue"),
    whyNotYet,
    isNext,
    warnings: warningsOf(step),
    optional: step.optional,
    sources: step.sources,
    parts,
  };
}

/** The rule as it counts on this case: with its shorter limit where one fits. */
function ruleOn(c: CaseReading, code: string): ClockRule | null {
  const rule = findClock(code, c.law);
  return rule && ruleFor(rule, marksOf(c));
}

function viewPart(c: CaseReading, { part, status, clocks }: StepReading["parts"][number]): PartView {
  const { key, name, to, platform, number, fact, row, takedown } = part;
  const running = clocks[0]?.running ?? null;
  const late = status === "overdue";
  return {
    key,
    name,
    to,
    platform,
    number: number?.display ?? null,
    referenceId: number?.id ?? null,
    status,
    word: takedown
      ? takedownWord(status, running, takedown, c.moment.today)
      : partWord(status, running, fact, c.moment.today),
    sentOn: (fact?.state !== "skipped" && fact?.submittedOn) || null,
    answer: (status === "done" && fact?.answer) || null,
    answeredOn: (status === "done" && fact?.outcomeOn) || null,
    recordedWords: describePartState(status, fact),
    clock: running && cardClock(running, clocks[0]?.clock ?? null, ruleOn(c, running.code), late),
    recorded: row !== null && row !== "",
    takedown: takedown && { id: takedown.id, state: takedown.state },
  };
}

function warningsOf(step: PlaybookStep): string[] {
  const official = step.sendableByUs
    ? []
    : [t("{whoMaySend}: we prepare the documents and hand them over.", { whoMaySend: step.whoMaySend })];
  return [...(step.notifiesSubject ? [step.notifiesSubject] : []), ...official];
}

function viewCrossing(c: CaseReading, row: Playbook["levels"][number]["rows"][number]): CrossingView | null {
  const crossing = row.crossing;
  if (!crossing || crossing.kind === "direct") return crossing ?? null;
  const home = row.home ? c.playbook.steps[row.home] : undefined;
  const there = row.there ? c.playbook.steps[row.there] : undefined;
  const { sign, title } = crossing;
  // What the home side has is not yet across: only the other side shows that it arrived.
  if (there && reached(c, there.key, "submitted")) {
    const on = answered(c, there)?.issuedOn ?? factOf(c, there.key)?.outcomeOn;
    const text = on ? `${crossing.crossed} ${formatDateNear(on, c.moment.today)}` : crossing.crossed;
    return { kind: "bridge", sign, title, text, state: "crossed" };
  }
  if (home && answered(c, home))
    return { kind: "bridge", sign, title, text: t("With {waitsOn}", { waitsOn: home.waitsOn }), state: "open" };
  const open = home && (standing(c, home) === "waiting" || isDone(c, home));
  return { kind: "bridge", sign, title, text: open ? crossing.open : crossing.later, state: open ? "open" : "later" };
}

/** A level is climbed when the steps that carry it have come far enough and none of them is late. */
function isClimbed(c: CaseReading, level: Playbook["levels"][number], readings: Map<string, StepReading>): boolean {
  const all = level.rows.flatMap((row) => [row.home, row.there]).flatMap((key) => readings.get(key ?? "") ?? []);
  const carrying = all.filter(({ step }) => step.climbs);
  return (carrying.length > 0 ? carrying : all).every(
    ({ step, status }) => status === "skipped" || (status !== "overdue" && reached(c, step.key, step.climbs ?? "done")),
  );
}

function miniMark(steps: readonly (StepView | null)[]): MiniMark {
  const has = (...statuses: StepStatus[]) => steps.some((step) => step && statuses.includes(step.status));
  if (has("overdue")) return "o";
  if (has("done")) return "d";
  return has("waiting", "begun") ? "w" : "n";
}

/**
 * The ladder of a case, computed from data only.
 * @param playbook the version that the case is pinned to
 * @param today the civil date in the case's home country
 * @param now the instant, for limits in hours; without it they are counted in days
 * @param law reference kinds, clocks and calendars other than the release's
 */
export function evaluateLadder(
  playbook: Playbook,
  facts: LadderFacts,
  today: CivilDate,
  now: Date | null = null,
  law: Law = houseLaw,
): LadderView {
  return evaluateCase({ playbook, facts, moment: { today, now, zone: playbook.home.zone }, law });
}

/** What of a case is to be done and by when, the most urgent first: all that the queue needs of its ladder. */
export function evaluateActs(c: CaseReading): Pick<LadderView, "next" | "alsoReady" | "clocks"> {
  const { readings: _, ...acts } = readSteps(c);
  return acts;
}

function readSteps(c: CaseReading) {
  const readings = new Map(Object.values(c.playbook.steps).map((step) => [step.key, readStep(c, step)]));
  const clocks = timetable(c, readings.values());
  const [next, ...alsoReady] = nextSteps(c, readings, clocks);
  return { readings, clocks, next, alsoReady };
}

/** The same for a case that was read already. */
export function evaluateCase(c: CaseReading): LadderView {
  const { playbook } = c;
  const { readings, clocks, next, alsoReady } = readSteps(c);
  const firstOpen = playbook.levels.findIndex((level) => !isClimbed(c, level, readings));
  const standsOn = firstOpen < 0 ? playbook.levels.length : firstOpen + 1;
  const view = (key: string | undefined): StepView | null => {
    const reading = key ? readings.get(key) : undefined;
    return reading ? viewStep(c, reading, reading.step.key === next.stepKey) : null;
  };
  const levels: LevelView[] = playbook.levels.map((level, i) => ({
    key: level.key,
    number: i + 1,
    name: level.name,
    climbed: firstOpen < 0 || i < firstOpen,
    rows: level.rows.map((row) => ({
      home: view(row.home),
      crossing: viewCrossing(c, row),
      there: view(row.there),
      note: row.note ?? null,
    })),
  }));
  return {
    pair: playbook.pair,
    pairName: pairName(playbook),
    version: playbook.version,
    homeName: playbook.home.name,
    thereName: playbook.there.name,
    levels,
    level: { number: standsOn, of: levels.length, name: levels[standsOn - 1]?.name ?? "", side: next.side },
    next,
    alsoReady,
    clocks,
    mini: {
      home: levels.map((level) => miniMark(level.rows.map((row) => row.home))),
      there: levels.map((level) => miniMark(level.rows.map((row) => row.there))),
      bridges: levels.map((level) =>
        level.rows.some((row) => row.crossing?.kind === "bridge" && row.crossing.state !== "later"),
      ),
    },
  };
}

/** The marks of the small picture in one short text, for a column of a list: `ddonnn/nddwnn/---b--`. */
export function miniText(view: LadderView): string {
  const bridges = view.mini.bridges.map((used) => (used ? "b" : "-")).join("");
  return `${view.mini.home.join("")}/${view.mini.there.join("")}/${bridges}`;
}

/** What lists show of a case, kept in its row. */
export function forLists(view: LadderView) {
  const first = view.clocks.find(countsAsDate);
  return {
    level: view.level.number,
    levels: view.level.of,
    marks: miniText(view),
    nextStep: view.next.act,
    nextDueOn: first?.dueOn ?? null,
    // The date from which something is permitted triggers no alert: passing it makes nothing late.
    nextDueAt: first && first.alerts.length > 0 ? first.dueAt : null,
    // The clock by its own name too: a detective is assigned, and it is the update that is late.
    nextDueLabel: first ? fullTitle(first) : null,
  };
}

const no = (reason: string): Guard => ({ ok: false, reason });

function guarded(
  playbook: Playbook,
  facts: LadderFacts,
  stepKey: string,
  check: (c: CaseReading, step: PlaybookStep, status: StepStatus) => Guard,
): Guard {
  const step = Object.hasOwn(playbook.steps, stepKey) ? playbook.steps[stepKey] : undefined;
  if (!step) return no(t("This playbook has no such step."));
  // The states that guard a command hang on no clock, so any moment will do.
  const c: CaseReading = { playbook, facts, law: houseLaw, moment: { today: "", now: null, zone: playbook.home.zone } };
  return check(c, step, standing(c, step));
}

function openOr(c: CaseReading, step: PlaybookStep): Guard {
  const missing = unmet(c, step).map((need) => need.opens);
  return missing.length > 0
    ? no(t("{title} opens {value}.", { title: step.title, value: allOf(missing) }))
    : { ok: true };
}

/** May the step be begun? For a step that only officials send, beginning is preparing or asking. */
export function canBegin(playbook: Playbook, facts: LadderFacts, stepKey: string): Guard {
  return guarded(playbook, facts, stepKey, (c, step, status) => {
    if (status === "done") return no(t("{title} is done.", { title: step.title }));
    if (factOf(c, stepKey) && status !== "skipped") return no(t("{title} was begun already.", { title: step.title }));
    return openOr(c, step);
  });
}

/** May our people send it? Never for a step that only police, a prosecutor or a central authority may send. */
export function canSubmit(playbook: Playbook, facts: LadderFacts, stepKey: string): Guard {
  return guarded(playbook, facts, stepKey, (c, step, status) => {
    if (!step.sendableByUs) {
      return no(
        t("{whoMaySend} may send this. Prepare the documents and hand them over.", { whoMaySend: step.whoMaySend }),
      );
    }
    if (status === "done") return no(t("{title} is done.", { title: step.title }));
    return openOr(c, step);
  });
}

/** May the step be left out? A step that is done cannot, nor one that safety hangs on. */
export function canSkip(playbook: Playbook, facts: LadderFacts, stepKey: string): Guard {
  return guarded(playbook, facts, stepKey, (_, step, status) => {
    if (!step.skippable) return no(t("{title} cannot be skipped.", { title: step.title }));
    return status === "done" ? no(t("{title} is done.", { title: step.title })) : { ok: true };
  });
}

/** May an outcome be noted? `completes`: it also closes the step, which a step that waits for a number refuses. */
export function canRecordOutcome(playbook: Playbook, facts: LadderFacts, stepKey: string, completes: boolean): Guard {
  return guarded(playbook, facts, stepKey, (c, step, status) => {
    if (status === "skipped" && factOf(c, stepKey))
      return no(t("{title} was skipped. Begin it first.", { title: step.title }));
    if (status === "not_yet") return openOr(c, step);
    if (!completes || step.doneWhen.some((rule) => rule.by === "outcome")) return { ok: true };
    if (step.doneWhen.some((rule) => rule.by === "reference")) {
      return no(t("{title} is completed by recording its number, not by a note.", { title: step.title }));
    }
    return no(t("{title} is completed by its own record, not by a note.", { title: step.title }));
  });
}

/** The ladder of a closed case: as it was left, with no step framed as the next. */
export function atRest(view: LadderView): LadderView {
  const still = (step: StepView | null) => step && { ...step, isNext: false };
  const levels = view.levels.map((level) => ({
    ...level,
    rows: level.rows.map((row) => ({ ...row, home: still(row.home), there: still(row.there) })),
  }));
  return { ...view, levels };
}
