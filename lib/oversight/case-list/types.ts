import type { CivilDate } from "@/lib/platform/time/calendar";

export const caseSorts = ["due", "opened", "activity", "pseudonym", "risk", "ladder"] as const;
export type CaseSort = (typeof caseSorts)[number];
export type SortDirection = "asc" | "desc";

/** Values of one filter are joined with OR, different filters with AND. An empty filter matches everything. */
export type CaseFilters = {
  /** Only these, when they are ticked in the list. */
  ids?: readonly string[];
  /** Beginning of a pseudonym or of a case code. */
  q?: string;
  /** Open cases only, when left out. */
  status?: readonly ("open" | "closed")[];
  risk?: readonly Risk[];
  due?: readonly DueFilter[];
  level?: readonly number[];
  pair?: readonly string[];
  /** Member ids; `me` is the viewer. */
  owner?: readonly string[];
  /** What is next on the ladder, as the list says it. */
  step?: readonly string[];
  /** With an open flag. */
  flagged?: boolean;
  /** Kinds of number of which the case holds one that is issued. */
  kind?: readonly string[];
  /** Open cases on which nothing happened for this many days, or since before this day at the office. */
  quietDays?: number;
  quietSince?: CivilDate;
  /** Opened on these days or between, on the office wall. */
  openedFrom?: CivilDate;
  openedTo?: CivilDate;
  /** The cases behind a cell of the reports, such as `number.cas`, and the days of its period. */
  counted?: string;
  from?: CivilDate;
  to?: CivilDate;
  own?: readonly OwnFilter[];
};

/** Of a field of the organisation's own: one of these values (`?` is "not known"), or within a range. */
export type OwnFilter = {
  fieldId: string;
  kind: "choice" | "tick" | "number" | "date";
  values?: readonly string[];
  from?: string;
  to?: string;
};

export type Risk = "standard" | "elevated" | "high";
export type DueFilter = "overdue" | "week" | "later" | "none";

/** One page of the list: which cases, in what order, and from which cursor. */
export type CaseListView = {
  filters: CaseFilters;
  sort: { key: CaseSort; dir: SortDirection };
  /** A mark that an earlier page gave; a mark of another order is ignored. */
  cursor?: { mark: string; side: "after" | "before" };
  /** Rows of a page, 25 when left out. */
  size?: number;
  /** The words that are searched for, or the filters, are known to be those of few cases, which are gathered and sorted. */
  few?: boolean;
};

export type CaseRow = {
  id: string;
  code: string;
  pseudonym: string;
  pair: string;
  playbookVersion: number;
  risk: Risk;
  /** False: nobody has assessed it yet. */
  riskAssessed: boolean;
  inDanger: boolean;
  level: number;
  levels: number;
  marks: string;
  nextStep: string;
  nextDueOn: CivilDate | null;
  nextDueAt: Date | null;
  nextDueLabel: string | null;
  ownerId: string;
  ownerName: string;
  openedAt: Date;
  lastActivityAt: Date;
  closedAt: Date | null;
};

/** The facets counted next to the list, each value under the other filters. */
export const facetNames = ["due", "risk", "owner", "level", "pair", "quiet", "flagged", "step", "kind"] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * `cut`: more than 1,000 cases match the filters that have no facet, so every count is "at least". Then `total` and
 * `views` were not counted; `views` also not if filters other than facets are set.
 */
export type FacetCounts = {
  counts: Record<FacetName, ReadonlyMap<string, number>>;
  cut: boolean;
  total: number | null;
  views: ViewCounts | null;
};

export type Page<Row> = {
  rows: Row[];
  /** The place of the first row, counted from 1; 0 when there is none. */
  from: number;
  /** Counted to 1,001 and no further. */
  total: number;
  /** Marks for the pages on both sides; undefined at an end. */
  before: string | undefined;
  after: string | undefined;
};

export type CasePage = Page<CaseRow>;

export type ViewCounts = { open: number; overdue: number; mine: number; quiet: number };
