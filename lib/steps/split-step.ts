import { stepClockKey } from "@/lib/clocks/rules";
import { findPlatform, isPerPlatform, type Law } from "@/lib/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/jurisdictions/types";
import type { CivilDate } from "@/lib/platform/calendar";
import type { CaseReading, ReferenceFact, StepFact, StepPart } from "./types";

type Source = {
  c: CaseReading;
  step: PlaybookStep;
  /** The row of the whole step: kept from before each platform had its own, or left out as a whole. */
  whole: StepFact | null;
  own: readonly StepFact[];
  numbers: readonly ReferenceFact[];
};

type Found = Pick<StepPart, "key" | "platform" | "number" | "fact" | "row">;

/**
 * The reports of a step: one for each number that a platform gave, and one for each platform of the case that gave
 * none. Which platforms there are is read from the facts: accounts, exhibits, numbers, and what was recorded. Empty for
 * every other step, and while no platform is known.
 */
export function splitStep(c: CaseReading, step: PlaybookStep): StepPart[] {
  if (!isPerPlatform(step, c.law)) return [];
  const rows = c.facts.steps.filter((one) => one.stepKey === step.key);
  const whole = rows.find((one) => !one.part) ?? null;
  const own = rows.filter((one) => one.part);
  const numbers = c.facts.references.filter((one) => step.produces.references.includes(one.kind));
  const source: Source = { c, step, whole, own, numbers };
  const platforms = platformsOf(source);
  const lone = platforms.length === 1 ? platforms[0] : undefined;
  const named = (one: ReferenceFact) => one.platform?.key ?? lone ?? null;
  const unnamed = issuedOf(numbers).filter((one) => named(one) === null);
  const found = [
    ...platforms.flatMap((key) => ofPlatform(source, key, issuedOf(numbers.filter((one) => named(one) === key)))),
    ...unnamed.map((number, i): Found => {
      const key = number.id ?? `number-${i + 1}`;
      return { key, platform: null, number, ...factOfNumber(source, key, number, standsOn(whole, "")) };
    }),
  ];
  return found.map((one) => asPart(source, one, found));
}

const issuedOf = (numbers: readonly ReferenceFact[]) => numbers.filter((one) => one.state === "issued");

/** In the order of the facts: the board and the exhibits first, then numbers, then what was only recorded. */
function platformsOf({ c, own, numbers }: Source): string[] {
  const known = (c.facts.platforms ?? []).map((one) => one.key);
  const ofNumbers = numbers.flatMap((one) => one.platform?.key ?? []);
  const ofRows = own.flatMap(({ part = "" }) => (findPlatform(part, c.law) ? [part] : []));
  return [...new Set([...known, ...ofNumbers, ...ofRows])];
}

type Stood = Pick<Found, "fact" | "row">;

const standsOn = (fact: StepFact | null | undefined, row: string): Stood => (fact ? { fact, row } : none);
const none: Stood = { fact: null, row: null };

function ofPlatform(source: Source, key: string, numbers: readonly ReferenceFact[]): Found[] {
  const { c, whole, own } = source;
  const since = c.facts.platforms?.find((one) => one.key === key)?.since;
  const row = own.find((one) => one.part === key);
  const base = row ? standsOn(row, key) : isOf(whole, since) ? standsOn(whole, "") : none;
  const withNumbers = numbers.map((number, i): Found => {
    const part = number.id ?? `${key}-${i + 1}`;
    return { key: part, platform: key, number, ...factOfNumber(source, part, number, base) };
  });
  // A report that was answered before the first number was given is another one, and is not forgotten.
  const another =
    row && row.state !== "skipped" && !withNumbers.some((one) => one.row === key || ownRow(source, one.key));
  return numbers.length === 0 || another
    ? [{ key, platform: key, number: null, ...leftOut(source, base) }, ...withNumbers]
    : withNumbers;
}

const ownRow = ({ own }: Source, key: string) => own.find((one) => one.part === key);

/** What was recorded of the whole step was said of the platforms that were known by then. */
function isOf(whole: StepFact | null, since: CivilDate | null | undefined): boolean {
  const by = whole?.state === "done" ? whole.outcomeOn : whole?.state === "submitted" ? whole.submittedOn : null;
  return !by || !since || since <= by;
}

/** A number shows that the report was sent. What its platform answered before it was given, was answered to another. */
function factOfNumber(source: Source, key: string, number: ReferenceFact, base: Stood): Stood {
  const mine = ownRow(source, key);
  if (mine) return leftOut(source, { fact: mine, row: key });
  const given = number.issuedOn ?? number.recordedOn ?? null;
  const asked = base.row === "" ? number.issuedOn : given;
  const before = base.fact?.state === "done" && base.fact.outcomeOn && asked && asked > base.fact.outcomeOn;
  // That it was not needed was said before there was a number.
  const needless = base.fact?.state === "skipped" && base.row !== "";
  const fact = before || needless ? null : base.fact;
  const sent = { stepKey: source.step.key, state: "submitted" as const, submittedOn: given };
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
  const several = all.filter((one) => one.platform === found.platform).length > 1;
  const to = toWhom(found, c.law);
  const which = found.number ? (found.number.display ?? found.key) : "no number";
  const name = several || to === null ? `${to ?? "platform not named"}, ${which}` : to;
  const own: PlaybookStep = {
    ...step,
    title: `${step.title}: ${name}`,
    act: `${step.act}: ${name}`,
    actWhenOverdue: step.actWhenOverdue && `${step.actWhenOverdue}: ${name}`,
    waitsOn: to ?? step.waitsOn,
    produces: { ...step.produces, many: false },
  };
  const awaited = numbers.filter((one) => one.state !== "issued" && one.platform?.key === found.platform);
  const mine = found.number ? [found.number] : found.platform ? awaited : [];
  const reading: CaseReading = {
    ...c,
    playbook: { ...c.playbook, steps: { ...c.playbook.steps, [step.key]: own } },
    facts: {
      ...c.facts,
      steps: [
        ...c.facts.steps.filter((one) => one.stepKey !== step.key),
        ...(found.fact ? [{ ...found.fact, part: "" }] : []),
      ],
      references: [...c.facts.references.filter((one) => !step.produces.references.includes(one.kind)), ...mine],
      clockChanges: changesOf(c, step, found),
    },
  };
  return { ...found, name, to, step: own, reading };
}

function toWhom({ platform, number }: Found, law: Law): string | null {
  if (platform === "other" && number?.platform) return number.platform.name;
  return platform && (findPlatform(platform, law)?.name ?? platform);
}

/** What people changed about the clock of this report; of its platform and of the whole step, since it was sent. */
function changesOf(c: CaseReading, step: PlaybookStep, { key, platform, fact }: Found) {
  const since = fact?.lastContactOn ?? fact?.submittedOn ?? "";
  const wider = [stepClockKey(step.key, ""), stepClockKey(step.key, "", platform ?? key)];
  return c.facts.clockChanges?.flatMap((one) => {
    const code = one.clockKey.slice(one.clockKey.lastIndexOf(":") + 1);
    const of = one.clockKey.slice(0, one.clockKey.length - code.length);
    if (of === stepClockKey(step.key, "", key) || (wider.includes(of) && one.on >= since)) {
      return [{ ...one, clockKey: stepClockKey(step.key, code) }];
    }
    return of.startsWith(`step:${step.key}/`) || of === wider[0] ? [] : [one];
  });
}
