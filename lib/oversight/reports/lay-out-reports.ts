import { caseOutcomes } from "@/lib/casework/cases/labels";
import { mondayOf } from "@/lib/evidence/exposure/rules";
import { houseLaw } from "@/lib/law/jurisdictions/house-law";
import { findPlatform, findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { isListed, notKnown, shownValue } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";
import { planStateLabels } from "./labels";
import { type Shown, shownInside, shownOutside, smallest, sumOf } from "./rules";
import type { Audience, CaseSet, Cell, Chart, Counted, CountedRow, Figures, Filter, Report, ReportRow } from "./types";

/**
 * The reports as shown, from the figures. Counts too small to leave the organisation are suppressed here and nowhere
 * later. Donors see no caseworker: of the caseload only the totals, so these need not protect the parts.
 */
export function layOutReports(figures: Figures, filter: Filter, audience: Audience): Report[] {
  const { counted } = figures;
  const shown = audience === "screen" ? shownInside : shownOutside;
  const people = figures.owners.filter(({ id }) => !filter.memberId || filter.memberId === id);
  const listed = people.filter(({ id }) => carried.some((set) => rowFor(counted[set], id).n > 0));
  const parts = (set: CaseSet) => listed.map(({ id }) => partOf(rowFor(counted[set], id), set, { owner: id }));
  const ended = counted.ended.map((row) => partOf(row, "ended"));
  const open = shown.sum([parts("open")], { set: "open" });
  const opened = shown.sum([parts("opened")], { set: "opened" });
  const closed = shown.sum([parts("closed"), ended], { set: "closed" });
  const columns = [open, opened, closed];
  const caseload = listed.map(({ id, name }, at) =>
    row(
      id,
      name,
      columns.flatMap(({ ways }) => ways[0]?.[at] ?? []),
    ),
  );
  const ends =
    audience === "donors" ? shown.sum([ended], { set: "closed" }) : { ways: closed.ways.slice(1), total: closed.total };
  const whole = (set: CaseSet) => shown.cell(sumOf(parts(set)), { set });
  return [
    {
      name: "caseload",
      lead: t("Caseworker"),
      columns: [t("Open now"), "Opened", "Closed"],
      rows: caseload,
      total: audience === "donors" ? [whole("open"), whole("opened"), ends.total] : columns.map(({ total }) => total),
      chart: barsOf(t("Open cases of each caseworker"), caseload, 0, "cases"),
    },
    flowReport(counted, shown, audience === "donors" ? ends.total : closed.total),
    numbersReport(counted, shown),
    stationsReport(counted.station, shown),
    stalledReport(counted.stalled, shown),
    refusalsReport(counted.refusal, shown),
    platformsReport(counted.response, shown),
    safetyReport(counted.safety, shown),
    removalsReport(counted.removal, shown),
    closuresReport(counted.ended, ends),
    ownReport(figures, shown),
    exposureReport(figures.reveals, filter),
  ];
}

const carried = ["open", "opened", "closed"] as const;
const none: Counted = { n: 0, ofMember: 0, ofPair: 0 };

const rowFor = (rows: readonly CountedRow[], key: string): Counted => rows.find((row) => row.key === key) ?? none;
const row = (key: string, label: string, cells: Cell[], note?: string): ReportRow => ({ key, label, cells, note });

function partOf({ n, ofMember, ofPair, ...rest }: Counted & { key?: string }, set: CaseSet, of?: { owner: string }) {
  return { n, ofMember, ofPair, list: { set, key: of ? undefined : rest.key, ...of } };
}

/** Its count and, only if that is shown, the other values of the same cases. */
function withCount(
  { cell: cellFor }: Shown,
  counted: CountedRow,
  set: CaseSet,
  others: (counted: CountedRow) => Cell[],
  key = counted.key,
): Cell[] {
  const count = cellFor(counted, { set, key });
  return [count, ...others(counted).map((cell) => (count.is === "count" ? cell : count))];
}

const medianOf = ({ median }: CountedRow): Cell => ({ is: "days", days: Math.round((median ?? 0) * 10) / 10 });

/**
 * How long cases take. What was open is what was closed and the rest, so each is shown only if none of them is hidden
 * here or in the caseload.
 */
function flowReport({ worked, finished, reported }: Figures["counted"], shown: Shown, closed: Cell): Report {
  const [all, ended, told] = [worked[0], finished[0], reported[0]];
  const rows = all ? [closedRow(all, ended, shown, closed), ...daysRows(ended, told, shown, closed)] : [];
  return { name: "flow", lead: t("What is measured"), columns: ["Cases", t("Result")], rows, total: null, chart: null };
}

function closedRow(all: CountedRow, ended: CountedRow | undefined, shown: Shown, closed: Cell): ReportRow {
  const part = ended ?? none;
  const rest = {
    n: all.n - part.n,
    ofMember: all.ofMember - part.ofMember,
    ofPair: all.ofPair - part.ofPair,
  };
  const { total } = shown.sum([[part, rest]], { set: "worked" });
  const hidden = total.is === "count" && closed.is !== "count" ? closed : total;
  const share: Cell = { is: "text", text: t("{share} % closed", { share: Math.round((part.n / all.n) * 100) }) };
  return row("closed", t("Cases that were open at some time in the period"), [
    hidden,
    hidden.is === "count" ? share : hidden,
  ]);
}

function daysRows(
  ended: CountedRow | undefined,
  told: CountedRow | undefined,
  shown: Shown,
  closed: Cell,
): ReportRow[] {
  const median = (counted: CountedRow): Cell => ({
    is: "text",
    text: t("{days} days (median)", { days: Math.round((counted.median ?? 0) * 10) / 10 }),
  });
  const fromOpening = ended ? withCount(shown, ended, "finished", (of) => [median(of)]) : null;
  const fromIncident = told ? withCount(shown, told, "reported", (of) => [median(of)]) : null;
  return [
    ...(fromOpening
      ? [row("finished", t("From opening to closing"), closed.is === "count" ? fromOpening : [closed, closed])]
      : []),
    ...(fromIncident ? [row("reported", t("From the first incident to the opening of the case"), fromIncident)] : []),
  ];
}

function numbersReport(counted: Figures["counted"], shown: Shown): Report {
  const lines = (set: CaseSet, label: (key: string) => string) =>
    counted[set].map((tally) =>
      row(
        `${set}.${tally.key}`,
        label(tally.key),
        withCount(shown, tally, set, (of) => [medianOf(of)]),
      ),
    );
  const rows = [
    ...lines("number", (key) => findReferenceKind(key)?.label ?? key),
    ...lines("outcome", stepTitle),
    ...lines("platform", () => t("First answer of a platform")),
    ...lines("officer", () => t("First acknowledgement by an officer, from handing over")),
  ];
  return {
    name: "numbers",
    lead: t("What came"),
    columns: ["Cases", t("Median days")],
    rows,
    total: null,
    chart: barsOf(t("Median days to each number"), rows, 1, "days"),
  };
}

function stationsReport(counted: readonly CountedRow[], shown: Shown): Report {
  const rows = counted.map((tally) =>
    row(
      tally.sample ?? tally.key,
      tally.key,
      withCount(shown, tally, "station", (of) => [medianOf(of)], tally.sample ?? undefined),
    ),
  );
  return {
    name: "stations",
    lead: t("Station"),
    columns: ["Cases", t("Median days")],
    rows,
    total: null,
    chart: barsOf(t("Median days to a number, by station"), rows, 1, "days"),
  };
}

function stepTitle(key: string): string {
  return houseLaw.playbooks.flatMap(({ steps }) => steps[key] ?? [])[0]?.title ?? key;
}

function stalledReport(counted: readonly CountedRow[], shown: Shown): Report {
  const { ways, total } = shown.sum([counted.map((tally) => partOf(tally, "stalled"))], { set: "stalled" });
  const rows = counted.map(({ key }, at) => {
    const [pair = "", step = ""] = key.split(".");
    const title = step === "other" ? t("A refusal, a wait or a date of our own") : stepTitle(step);
    return row(key, title, ways[0]?.slice(at, at + 1) ?? [], pair.replace("-", " to "));
  });
  return {
    name: "stalled",
    lead: t("Next step"),
    columns: [t("Stalled cases")],
    rows,
    total: [total],
    chart: barsOf(t("Stalled cases by next step"), rows, 0, "cases"),
  };
}

function refusalsReport(counted: readonly CountedRow[], shown: Shown): Report {
  const rows = counted.map((tally) =>
    row(
      tally.sample ?? tally.key,
      tally.key,
      withCount(shown, tally, "refusal", (of) => refusalCells(of, shown), tally.sample ?? undefined),
    ),
  );
  return {
    name: "refusals",
    lead: t("Station or office"),
    columns: ["Cases", "Refusals", t("Put right")],
    rows,
    total: null,
    chart: barsOf(t("Cases in which each office refused"), rows, 0, "cases"),
  };
}

/** The open ones are the difference, so what was put right shows only when both sides are large or one is none. */
function refusalCells({ events, settled, settledCases, openCases }: CountedRow, shown: Shown): Cell[] {
  if (shown === shownInside) return [countOf(events), countOf(settled)];
  const telling = openCases > 0 && openCases < smallest;
  const right: Cell = settledCases < smallest ? { is: "few" } : telling ? { is: "withheld" } : countOf(settled);
  return [countOf(events), right];
}

const countOf = (n: number): Cell => ({ is: "count", n });

function platformsReport(counted: readonly CountedRow[], shown: Shown): Report {
  const rows = counted.map((tally) => {
    const label = findPlatform(tally.key)?.name ?? t("Another platform, or none named");
    return row(
      tally.key,
      label,
      withCount(shown, tally, "response", (of) => [countOf(of.events), medianOf(of)]),
    );
  });
  return {
    name: "platforms",
    lead: t("Platform"),
    columns: ["Cases", "Answers", t("Median days")],
    rows,
    total: null,
    chart: barsOf(t("Median days to an answer, by platform"), rows, 2, "days"),
  };
}

function safetyReport(counted: readonly CountedRow[], shown: Shown): Report {
  const states = (["reviewed", "written", "none"] as const).flatMap(
    (key) => counted.find((candidate) => candidate.key === key) ?? [],
  );
  const { ways, total } = shown.sum([states.map((tally) => partOf(tally, "safety"))], { set: "safety" });
  const words: Partial<Record<string, string>> = planStateLabels;
  const rows = states.map(({ key }, at) => row(key, words[key] ?? key, ways[0]?.slice(at, at + 1) ?? []));
  return {
    name: "safety",
    lead: t("Safety plan"),
    columns: ["Cases"],
    rows,
    total: [total],
    chart: barsOf(t("Open cases by their safety plan"), rows, 0, "cases"),
  };
}

function removalsReport(counted: readonly CountedRow[], shown: Shown): Report {
  const rows = counted.map((tally) =>
    row(
      tally.key,
      findPlatform(tally.key)?.name ?? tally.key,
      withCount(shown, tally, "removal", (of) => [countOf(of.events), medianOf(of)]),
    ),
  );
  return {
    name: "removals",
    lead: t("Platform"),
    columns: ["Cases", t("Items removed"), t("Median days")],
    rows,
    total: null,
    chart: barsOf(t("Median days to removal, by platform"), rows, 2, "days"),
  };
}

function closuresReport(counted: readonly CountedRow[], { ways, total }: ReturnType<Shown["sum"]>): Report {
  const words: Partial<Record<string, string>> = caseOutcomes;
  const rows = counted.map(({ key }, at) => row(key, words[key] ?? key, ways[0]?.slice(at, at + 1) ?? []));
  return {
    name: "closures",
    lead: t("How it ended"),
    columns: ["Cases"],
    rows,
    total: [total],
    chart: barsOf(t("Closed cases by how they ended"), rows, 0, "cases"),
  };
}

/** Each field by itself: a case is in one row of each, so what is hidden in one is hidden so that the others keep it. */
function ownReport({ counted, fields }: Figures, shown: Shown): Report {
  const asked = fields.filter((field) => isListed(field) && (field.kind === "choice" || field.kind === "tick"));
  const rows = asked.flatMap((field) => {
    const of = (value: string) => counted.own.find(({ key }) => key === `${field.id}.${value}`);
    const found = optionsOf(field).flatMap((value) => of(value) ?? []);
    const { ways } = shown.sum([found.map((tally) => partOf(tally, "own"))]);
    return found.map(({ key }, at) => {
      const value = key.slice(field.id.length + 1);
      const answer = { value: value === notKnown || value === "" ? null : value, isUnknown: value === notKnown };
      return row(key, shownValue(field, answer) || t("Not answered"), ways[0]?.slice(at, at + 1) ?? [], field.label);
    });
  });
  return { name: "own", lead: t("Answer"), columns: ["Cases"], rows, total: null, chart: null };
}

const optionsOf = ({ kind, choices }: CustomField) => [
  ...(kind === "tick" ? ["yes", "no"] : choices.map(({ key }) => key)),
  notKnown,
  "",
];

function exposureReport(reveals: Figures["reveals"], { from, to }: Filter): Report {
  const rows = reveals.map(({ memberId, name, week, reveals: n }) =>
    row(`${memberId} ${week}`, name, [{ is: "text", text: formatDate(week) }, countOf(n)]),
  );
  const points: Chart["points"] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) {
    const value = reveals.filter((reveal) => reveal.week === week).reduce((all, tally) => all + tally.reveals, 0);
    points.push({ label: formatDate(week), value });
  }
  const chart = { look: "line", title: t("Reveals of everybody shown, by week"), unit: "reveals", points } as const;
  return {
    name: "exposure",
    lead: t("Person"),
    columns: [t("Week from"), "Reveals"],
    rows,
    total: null,
    chart: rows.length > 0 ? chart : null,
  };
}

/** Bars of one column; no chart when every cell of it is hidden. */
function barsOf(title: string, rows: readonly ReportRow[], column: number, unit: Chart["unit"]): Chart | null {
  const points = rows.map(({ label, note, cells }) => {
    const cell = cells[column];
    const value = cell?.is === "count" ? cell.n : cell?.is === "days" ? cell.days : null;
    return { label: note ? `${label}, ${note}` : label, value };
  });
  return points.some((point) => point.value !== null) ? { look: "bars", title, unit, points } : null;
}
