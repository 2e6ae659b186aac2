import { stepClockKey } from "@/lib/law/clocks/rules";
import { findPlatform, isPerPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { oncePerStep } from "./once-per-step";
import { isNoticeStep, readsTakedowns, takedownFact } from "./takedowns/rules";
import type { CaseReading, PlatformFact, ReferenceFact, StepFact, StepPart, TakedownFact } from "./types";

type Source = {
  c: CaseReading;
  step: PlaybookStep;
  /** The row of the whole step: from before each platform had its own, or because it was skipped as a whole. */
  whole: StepFact | null;
  own: readonly StepFact[];
  numbers: readonly ReferenceFact[];
};

type Found = Pick<StepPart, "key" | "clockPart" | "platform" | "number" | "fact" | "row" | "takedown">;

/**
 * The reports of a step: first one for each item of the take-down list, then what was recorded on the step itself. Empty
 * for a step that no platform answers, and while no platform is known.
 */
export const splitStep = oncePerStep((c, step): readonly StepPart[] => {
  const items = (c.facts.takedowns ?? []).filter((item) => readsTakedowns(step, item, c.law));
  const rows = c.facts.steps.filter((candidate) => candidate.stepKey === step.key);
  const whole = rows.find((row) => !row.part) ?? null;
  const own = rows.filter((row) => row.part);
  const listed = new Set(items.flatMap(({ referenceIds }) => referenceIds));
  const mine = c.facts.references.filter((reference) => step.produces.references.includes(reference.kind));
  const numbers = mine.filter(({ id }) => !id || !listed.has(id));
  const source: Source = { c, step, whole, own, numbers };
  const ofItems = items.map((item) => ofTakedown(source, item, mine));
  const recorded = isPerPlatform(step, c.law) ? ofReports(source) : items.length > 0 ? ofWholeStep(source) : [];
  const rest = recorded.filter((part) => !isListed(part, items));
  const found = [...ofItems, ...rest];
  return found.map((part) => asPart(source, part, found));
});

/** Nothing was sent to the platform except about items of the list: it needs no report of its own. */
const isListed = ({ platform, number, fact }: Found, items: readonly TakedownFact[]): boolean =>
  number === null && (fact === null || fact.state === "begun") && items.some((item) => item.platform === platform);

/** A number that came for an item shows which report it is; the newest counts. */
function ofTakedown({ step, whole, c }: Source, item: TakedownFact, numbers: readonly ReferenceFact[]): Found {
  const number = issuedOf(numbers).findLast(({ id }) => id && item.referenceIds.includes(id)) ?? null;
  const fact = takedownFact(step, item, c.law);
  const skipped = whole?.state === "skipped" && fact?.state !== "done";
  const stood = skipped ? { fact: whole, row: "" } : { fact, row: null };
  return { key: item.id, clockPart: item.id, platform: item.platform, number, takedown: item, ...stood };
}

/** A notice that was recorded for the whole step, before it had items, goes on beside them. */
function ofWholeStep({ whole }: Source): Found[] {
  if (whole?.state !== "submitted" && whole?.state !== "done") return [];
  return [{ key: "whole", clockPart: "", platform: null, number: null, fact: whole, row: "", takedown: null }];
}

/**
 * What was recorded on the step itself: one report for each number that a platform issued, and one for each platform of
 * the case without a number. The platforms come from the facts: accounts, exhibits, numbers, and what was recorded.
 */
function ofReports(source: Source): Found[] {
  const { numbers, whole } = source;
  const platforms = platformsOf(source);
  const named = (reference: ReferenceFact) => reference.platform?.key ?? loneOn(platforms, reference.recordedOn);
  const unnamed = issuedOf(numbers).filter((reference) => named(reference) === null);
  return [
    ...platforms.flatMap(({ key }) =>
      ofPlatform(source, key, issuedOf(numbers.filter((reference) => named(reference) === key))),
    ),
    ...unnamed.map((number, i): Found => {
      const key = number.id ?? `number-${i + 1}`;
      const stood = factOfNumber(source, key, number, standsOn(whole, ""));
      return { key, clockPart: key, platform: null, number, takedown: null, ...stood };
    }),
  ];
}

const issuedOf = (numbers: readonly ReferenceFact[]) => numbers.filter((reference) => reference.state === "issued");

/** In order of the facts: accounts and exhibits first, then numbers, then what was only recorded. */
function platformsOf({ c, own, numbers }: Source): PlatformFact[] {
  const ofNumbers = numbers.flatMap(({ platform, recordedOn }) =>
    platform ? [{ key: platform.key, since: recordedOn ?? null }] : [],
  );
  const ofRows = own.flatMap(({ part = "", begunOn, recordedOn }) =>
    findPlatform(part, c.law) ? [{ key: part, since: begunOn ?? recordedOn ?? null }] : [],
  );
  const byKey = Map.groupBy([...(c.facts.platforms ?? []), ...ofNumbers, ...ofRows], ({ key }) => key);
  return [...byKey].map(([key, all]) => ({ key, since: all.map(({ since }) => since ?? "").toSorted()[0] || null }));
}

/**
 * A number recorded without a platform belongs to the one platform that the case had at that time, otherwise to its
 * first one. Adding a platform later does not change that.
 */
function loneOn(platforms: readonly PlatformFact[], on: CivilDate | null | undefined): string | null {
  const by = platforms.filter(({ since }) => !since || !on || since <= on);
  const first = platforms.map(({ since }) => since ?? "").toSorted()[0];
  const [lone, ...more] = by.length > 0 ? by : platforms.filter(({ since }) => (since ?? "") === first);
  return lone && more.length === 0 ? lone.key : null;
}

type Stood = Pick<Found, "fact" | "row">;

const standsOn = (fact: StepFact | null | undefined, row: string): Stood => (fact ? { fact, row } : none);
const none: Stood = { fact: null, row: null };

/**
 * What was recorded for a platform before it issued a number belongs to the report of its first number, and so does the
 * clock. A report that was answered before any number was issued is a separate one, and is kept.
 */
function ofPlatform(source: Source, key: string, numbers: readonly ReferenceFact[]): Found[] {
  const { c, whole, own } = source;
  const row = own.find((step) => step.part === key);
  const since = c.facts.platforms?.find((platform) => platform.key === key)?.since;
  const ofWhole = isOf(whole, since) ? standsOn(whole, "") : none;
  const base = row ? standsOn(row, key) : ofWhole;
  const first = numbers.find((reference) => row?.state !== "done" || !isBefore(row.outcomeOn, givenOn(reference)));
  const withNumbers = numbers.map((number, i): Found => {
    const part = number.id ?? `${key}-${i + 1}`;
    const clockPart = number === first ? key : part;
    const stood = factOfNumber(source, part, number, number === first ? base : ofWhole);
    return { key: part, clockPart, platform: key, number, takedown: null, ...stood };
  });
  if (first) return withNumbers;
  const open = { key, clockPart: key, platform: key, number: null, takedown: null, ...leftOut(source, base) };
  return [open, ...withNumbers];
}

const givenOn = (number: ReferenceFact): CivilDate | null => number.issuedOn ?? number.recordedOn ?? null;
const isBefore = (a: CivilDate | null | undefined, b: CivilDate | null | undefined) => Boolean(a && b && a < b);

/** A record of the whole step applies to the platforms known on the day it was recorded. */
function isOf(whole: StepFact | null, since: CivilDate | null | undefined): boolean {
  if (whole?.state !== "done" && whole?.state !== "submitted") return true;
  return !isBefore(whole.recordedOn ?? (whole.state === "done" ? whole.outcomeOn : whole.submittedOn), since);
}

/** A number shows that the report was sent. An answer from before it was issued belongs to another report. */
function factOfNumber(source: Source, key: string, number: ReferenceFact, base: Stood): Stood {
  const mine = source.own.find((step) => step.part === key);
  if (mine) return leftOut(source, { fact: mine, row: key });
  const before = base.fact?.state === "done" && base.row === "" && isBefore(base.fact.outcomeOn, number.issuedOn);
  // It was recorded as not needed before there was a number.
  const needless = base.fact?.state === "skipped" && base.row !== "";
  const fact = before || needless ? null : base.fact;
  const sent = { stepKey: source.step.key, state: "submitted" as const, submittedOn: givenOn(number) };
  if (!fact) return leftOut(source, { fact: sent, row: null });
  const last = fact.lastContactOn ?? fact.submittedOn;
  const heard = number.issuedOn && (!last || number.issuedOn > last) ? number.issuedOn : last;
  if (fact.state === "begun") return { fact: { ...fact, ...sent }, row: base.row };
  return leftOut(source, { fact: { ...fact, lastContactOn: heard }, row: base.row });
}

/** A step that is left out as a whole leaves out every report that was not answered. */
function leftOut({ whole }: Source, stood: Stood): Stood {
  return whole?.state === "skipped" && stood.fact?.state !== "done" ? { fact: whole, row: "" } : stood;
}

function asPart({ c, step, numbers }: Source, found: Found, all: readonly Found[]): StepPart {
  const { takedown } = found;
  const several = all.filter((account) => account.platform === found.platform).length > 1;
  const to = toWhom(found, c.law);
  const which = takedown?.code ?? (found.number ? (found.number.display ?? found.key) : "no number");
  const isNamed = takedown !== null || several || to === null;
  const name = isNamed ? `${to ?? t("Platform not named")}, ${which}` : to;
  const own: PlaybookStep = {
    ...step,
    title: `${step.title}: ${name}`,
    act: `${step.act}: ${name}`,
    actWhenOverdue: step.actWhenOverdue && `${step.actWhenOverdue}: ${name}`,
    waitsOn: takedown?.state === "refused" ? t("our appeal") : (to ?? step.waitsOn),
    clocks: clocksOf(step, found, c.law),
    produces: { ...step.produces, many: false },
  };
  const awaited = numbers.filter(
    (reference) => reference.state !== "issued" && reference.platform?.key === found.platform,
  );
  const mine = found.number ? [found.number] : found.platform ? awaited : [];
  const reading: CaseReading = {
    ...c,
    playbook: { ...c.playbook, steps: { ...c.playbook.steps, [step.key]: own } },
    facts: {
      ...c.facts,
      // The limit of a look is that of the acts which the item is about.
      natures: takedown && takedown.natures.length > 0 ? takedown.natures : (c.facts.natures ?? []),
      // This report is one of them already.
      takedowns: [],
      steps: [
        ...c.facts.steps.filter((candidate) => candidate.stepKey !== step.key),
        ...(found.fact ? [{ ...found.fact, part: "" }] : []),
      ],
      references: [
        ...c.facts.references.filter((reference) => !step.produces.references.includes(reference.kind)),
        ...mine,
      ],
      clockChanges: changesOf(c, step, found),
    },
  };
  return { ...found, name, to, step: own, reading };
}

/** Adding a platform sends nothing: follow-up starts when a report is sent. After a refusal only the appeal counts. */
function clocksOf(step: PlaybookStep, { fact, takedown }: Found, law: Law): PlaybookStep["clocks"] {
  if (takedown?.state === "refused" && !isNoticeStep(step, law)) {
    return [{ code: "T-PLAT-APPEAL", from: { event: "last_contact" }, until: "done", idle: t("Appeal by the day") }];
  }
  return step.clocks.filter(({ from }) => fact?.state !== "begun" || from.event !== "last_contact");
}

function toWhom({ platform, number }: Found, law: Law): string | null {
  if (platform === "other" && number?.platform) return number.platform.name;
  return platform && (findPlatform(platform, law)?.name ?? platform);
}

/** People's changes to the clock of this report, and to that of the whole step since this report started. */
function changesOf(c: CaseReading, step: PlaybookStep, { clockPart, fact }: Found) {
  const since = fact?.begunOn ?? fact?.submittedOn ?? "";
  const whole = stepClockKey(step.key, "");
  return c.facts.clockChanges?.flatMap((clockChange) => {
    const code = clockChange.clockKey.slice(clockChange.clockKey.lastIndexOf(":") + 1);
    const of = clockChange.clockKey.slice(0, clockChange.clockKey.length - code.length);
    if (of === stepClockKey(step.key, "", clockPart) || (of === whole && clockChange.on >= since)) {
      return [{ ...clockChange, clockKey: stepClockKey(step.key, code) }];
    }
    return of.startsWith(`step:${step.key}/`) || of === whole ? [] : [clockChange];
  });
}
