import { platformSpellings } from "@/lib/casework/references/rules";
import { houseLaw } from "@/lib/law/jurisdictions/house-law";
import { isPerPlatform } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { ReportAsked } from "./input";
import {
  type CaseSet,
  type Cell,
  type Counted,
  caseSets,
  type Filter,
  type ListAsked,
  type Report,
  type ReportName,
} from "./types";

/** Cells that count fewer cases could point at a person. */
export const smallest = 5;

/** How long what was counted in the background is shown, at most. */
export const keptHours = 24;

/** How long counting may take, in milliseconds: all of it, and one statement. */
export type TimeLimits = { whole: number; statement: number };

/** While somebody waits for the page. */
export const atOnce: TimeLimits = { whole: 3_000, statement: 3_000 };

/** In the background. One at a time for an organisation: the database has other things to do. */
export const inBackground: TimeLimits = { whole: 900_000, statement: 300_000 };

/** What the connection of a long count is called: of which organisation, and then how many sets are counted. */
export const progressOf = (orgId: string): string => `reports ${orgId} `;

/** There are too many cases to count while somebody waits. */
export class SlowToCount extends AppError {
  constructor() {
    super("conflict", t("There are too many cases to count at once. Open the reports with this filter first."));
    this.name = "SlowToCount";
  }
}

/** Reports of this organisation are being counted in the background. */
export class StillCounting extends AppError {
  constructor() {
    super("conflict", t("Reports are being counted. Wait a minute, then try again."));
    this.name = "StillCounting";
  }
}

export { stalledDays } from "@/lib/oversight/my-work/rules";

const spans = { days30: 30, quarter: 91, year: 365 } as const;

/** The days that are meant. A period of two days has been checked before. */
export function filterOf({ period, from, to, member, pair }: ReportAsked, today: CivilDate): Filter {
  const days = period === "custom" ? { from: from ?? today, to: to ?? today } : rolling(spans[period], today);
  return { ...days, memberId: member, pair };
}

const rolling = (days: number, today: CivilDate) => ({ from: addDays(today, 1 - days), to: today });

/**
 * The cell of one count. With a filter, what the filter leaves out must not be small either: the unfiltered report
 * would reveal it by subtraction.
 */
export function cellOf(counted: Counted, list?: ListAsked): Cell {
  if (counted.n < smallest) return { is: "few" };
  const rests = [counted.ofMember - counted.n, counted.ofPair - counted.n];
  if (rests.some((rest) => rest > 0 && rest < smallest)) return { is: "withheld" };
  return list ? { is: "count", n: counted.n, list } : { is: "count", n: counted.n };
}

type Part = Counted & { list?: ListAsked };

/** How the cells of figures are made: one count, and the parts of one sum in every way in which it is divided. */
export type Shown = {
  cell: (counted: Counted, list?: ListAsked) => Cell;
  sum: (ways: readonly (readonly Part[])[], list?: ListAsked) => { ways: Cell[][]; total: Cell };
};

const exact = ({ n }: Counted, list?: ListAsked): Cell =>
  list && n > 0 ? { is: "count", n, list } : { is: "count", n };

/**
 * On the screen of those who may open every one of these cases anyway nothing is hidden: a count there is the same as on
 * Team and in the list of cases.
 */
export const shownInside: Shown = {
  cell: exact,
  sum: (ways, list) => ({
    ways: ways.map((parts) => parts.map((part) => exact(part, part.list))),
    total: exact(sumOf(ways[0] ?? []), list),
  }),
};

/** In reports that leave the organisation a small count could identify a person. */
export const shownOutside: Shown = { cell: cellOf, sum: suppressed };

/**
 * Cells of one sum, in every way in which it is divided. When one cell is hidden the sum is too, and in each way the
 * smallest cell that is left, so that no other way of dividing gives the sum away.
 */
export function suppressed(ways: readonly (readonly Part[])[], list?: ListAsked): { ways: Cell[][]; total: Cell } {
  const cells = ways.map((parts) => parts.map((part) => cellOf(part, part.list)));
  const total = cellOf(sumOf(ways[0] ?? []), list);
  if (cells.flat().every((cell) => cell.is === "count")) return { ways: cells, total };
  return { ways: cells.map(withoutSmallest), total: total.is === "few" ? total : { is: "withheld" } };
}

function withoutSmallest(cells: readonly Cell[]): Cell[] {
  const shown = cells.flatMap((cell) => (cell.is === "count" ? cell.n : []));
  const least = cells.findIndex((cell) => cell.is === "count" && cell.n === Math.min(...shown));
  return cells.map((cell, at) => (at === least ? { is: "withheld" } : cell));
}

export function sumOf(parts: readonly Counted[]): Counted {
  const sum = (key: keyof Counted) => parts.reduce((all, part) => all + part[key], 0);
  return { n: sum("n"), ofMember: sum("ofMember"), ofPair: sum("ofPair") };
}

/** `number.cas` for an address. */
export function writeCounted({ set, key }: ListAsked): string {
  return key ? `${set}.${key}` : set;
}

/** Reads it back; null when it names no set of ours. */
export function readCounted(text: string): ListAsked | null {
  const [name = "", ...rest] = text.split(".");
  const set = caseSets.find((caseSet): caseSet is CaseSet => caseSet === name);
  return set ? { set, key: rest.length > 0 ? rest.join(".") : undefined } : null;
}

/** Every step of every version of every playbook, with its pair. */
function everyStep(): { pair: string; step: PlaybookStep }[] {
  return houseLaw.playbooks.flatMap(({ pair, steps }) => Object.values(steps).map((step) => ({ pair, step })));
}

/** Which step gives a kind of number, for each pair. */
export function stepsByKind() {
  const found = everyStep().flatMap(({ pair, step }) =>
    step.produces.references.map((kind) => ({ pair, kind, step: step.key })),
  );
  return onlyOnce(found, ({ pair, kind, step }) => `${pair} ${kind} ${step}`);
}

/** The steps that end with what somebody in office did and give no number, such as a detective who is assigned. */
export function stepsByOutcome() {
  const found = everyStep().filter(({ step: { doneWhen, produces, notNeeded } }) => {
    const byOutcome = doneWhen.length === 1 && doneWhen[0]?.by === "outcome";
    return byOutcome && produces.references.length === 0 && !notNeeded.some((reason) => reason.when === "no_danger");
  });
  return onlyOnce(
    found.map(({ pair, step }) => ({ pair, step: step.key })),
    ({ pair, step }) => `${pair} ${step}`,
  );
}

/** The steps that a platform answers. */
export function stepsOfPlatforms() {
  const found = everyStep().filter(({ step }) => step.agencies.includes("platform"));
  return onlyOnce(
    found.map(({ pair, step }) => ({ pair, step: step.key })),
    ({ pair, step }) => `${pair} ${step}`,
  );
}

const actsOf = ({ act, actWhenOverdue, title }: PlaybookStep): string[] =>
  [act, actWhenOverdue, t("Ask again: {title}", { title })].filter((value) => value !== undefined);

/** Which step the words of a next act belong to. */
export function stepsByAct() {
  const found = everyStep().flatMap(({ pair, step }) => actsOf(step).map((act) => ({ pair, act, step: step.key })));
  return onlyOnce(found, ({ pair, act }) => `${pair} ${act}`);
}

/** The kinds of number that each station counts for itself. */
export const stationKinds = () =>
  houseLaw.referenceKinds.filter((kind) => kind.parser.shape === "station_serial").map((kind) => kind.key);

const ofPlatforms = () => houseLaw.referenceKinds.filter((kind) => kind.issuerCounts === "platform");

/** The kinds of number issued by platforms, the text for an unknown platform, and how platforms are written. */
export const platformKinds = () => ofPlatforms().map((kind) => kind.key);
export const unnamedIssuers = () => ofPlatforms().map((kind) => kind.issuer);
export const platformNames = () => platformSpellings(houseLaw);
export const platformKeys = () => houseLaw.platforms.map(({ key }) => key);

/** Acts behind whose words the platforms of a case are named: of steps of which there is one report for each. */
export function actsByPlatform(): string[] {
  const steps = everyStep().filter(({ step }) => isPerPlatform(step, houseLaw));
  return [...new Set(steps.flatMap(({ step }) => actsOf(step)))];
}

function onlyOnce<One>(all: readonly One[], keyOf: (item: One) => string): One[] {
  return [...new Map(all.map((item) => [keyOf(item), item])).values()];
}

/** Before the id of an entry of the directory, in the key of a figure by station or office. */
export const bodyMark = "body:";

/** Offices are typed by hand and may name somebody, and exposure is about the people who work here: both stay inside. */
const forDonors: readonly ReportName[] = [
  "caseload",
  "flow",
  "numbers",
  "stalled",
  "platforms",
  "removals",
  "closures",
];

export const toldToDonors = (reports: readonly Report[]): Report[] =>
  reports.filter(({ name }) => forDonors.includes(name));
