import type { CustomField } from "@/lib/organisation/custom-fields/types";
import type { CivilDate } from "@/lib/platform/time/calendar";

export const reportNames = [
  "caseload",
  "flow",
  "numbers",
  "stations",
  "stalled",
  "refusals",
  "platforms",
  "safety",
  "removals",
  "closures",
  "own",
  "exposure",
] as const;
export type ReportName = (typeof reportNames)[number];

export const periodKeys = ["days30", "quarter", "year", "custom"] as const;
export type PeriodKey = (typeof periodKeys)[number];

/** From and to are whole days on the office wall, both counted in. Null: everybody, every pair. */
export type Filter = { from: CivilDate; to: CivilDate; memberId: string | null; pair: string | null };

/** Cases that a figure counts; lib/oversight/reports/access.ts says which, for the figure and for the list behind it. */
export const caseSets = [
  "open",
  "opened",
  "closed",
  "ended",
  "worked",
  "finished",
  "reported",
  "stalled",
  "number",
  "station",
  "outcome",
  "platform",
  "officer",
  "refusal",
  "response",
  "safety",
  "removal",
  "own",
] as const;
export type CaseSet = (typeof caseSets)[number];

/** The filter of a list: the cases behind one cell. */
export type ListAsked = { set: CaseSet; key?: string; owner?: string };

/** How many cases: under the filter, with only the person of it, and with only the pair of it. */
export type Counted = { n: number; ofMember: number; ofPair: number };

/** One line of a set: cases, what happened in them, and the median of its days; null where days are not counted. */
export type CountedRow = Counted & {
  key: string;
  events: number;
  median: number | null;
  /** Of refusals: how many were put right, in how many cases, and in how many cases one is open. */
  settled: number;
  settledCases: number;
  openCases: number;
  /** For refusals: one of them, which identifies the office in a URL without naming it. */
  sample: string | null;
};

type Reveals = { memberId: string; name: string; week: CivilDate; reveals: number };
export type Owner = { id: string; name: string };

/** The readers: the supervisor on screen, the recipient of a file, or donors. */
export type Audience = "screen" | "file" | "donors";

/** What is counted, before anything is suppressed. It never leaves the server. */
export type CountedFigures = { counted: Record<CaseSet, CountedRow[]>; reveals: Reveals[] };

/** Everything that the reports are made of. */
export type Figures = CountedFigures & { owners: Owner[]; fields: CustomField[] };

/** Reports under a filter, and when they were counted if that was not now; nothing when they could not be counted. */
export type CountedReports = { reports: Report[] | null; countedAt: Date | null };

/** `few`: fewer than five cases. `withheld`: hidden because a hidden one could be worked out from it. */
export type Cell =
  | { is: "count"; n: number; list?: ListAsked }
  | { is: "days"; days: number }
  | { is: "text"; text: string }
  | { is: "few" }
  | { is: "withheld" };

/** A point without a value is a suppressed cell. */
export type Chart = {
  look: "bars" | "line";
  /** What is drawn: the title that a screen reader says. */
  title: string;
  unit: "cases" | "days" | "reveals";
  points: { label: string; value: number | null }[];
};

export type ReportRow = { key: string; label: string; note?: string; cells: Cell[] };

/** One report as shown, exported and printed: suppression is the same in all of them. */
export type Report = {
  name: ReportName;
  /** The head of the first column. */
  lead: string;
  columns: string[];
  rows: ReportRow[];
  total: Cell[] | null;
  chart: Chart | null;
};
