import type { BodyDetails, BodyKind } from "@/lib/organisation/bodies/types";

export type ImportState = "checked" | "done" | "undone" | "cancelled";
export type RowState = "new" | "changed" | "same" | "bad" | "added" | "updated" | "left_out";
export type RowMessage = { field: string; text: string };

/** What a column can be. */
export type ListField = keyof BodyDetails;

/** The list as it was read, and what its columns mean. */
export type ListPlan = { columns: readonly (ListField | null)[]; fixed: Readonly<Partial<Record<ListField, string>>> };

/** A body that a row may be about: one of the organisation, or one of the law data that has no row yet. */
export type KnownBody = {
  ref: string;
  bodyId: string | null;
  lawKey: string | null;
  kind: string;
  country: string;
  nameKey: string;
  areaKey: string;
  details: BodyDetails;
};

export type OpenRow = { row: number; cells: readonly string[] };

export type Judged = OpenRow & {
  state: "new" | "changed" | "same" | "bad";
  messages: RowMessage[];
  /** As it would be kept; null for a row with faults. */
  details: BodyDetails | null;
  known: KnownBody | null;
};

export type Counts = Record<RowState, number> & { rows: number; undecided: number };

export type ImportLine = {
  id: string;
  number: number;
  fileName: string;
  state: ImportState;
  startedBy: string;
  startedAt: Date;
  rows: number;
};

export type ImportView = ImportLine & {
  headers: string[];
  columns: (ListField | null)[];
  fixed: Partial<Record<ListField, string>>;
  /** The first filled cell of each column. */
  samples: string[];
  counts: Counts;
  finishedAt: Date | null;
  /** Until when it can be undone; null if it cannot. */
  undoUntil: Date | null;
};

export type Difference = { field: ListField; was: string | null; became: string | null };

export type RowView = {
  row: number;
  state: RowState;
  cells: string[];
  name: string;
  kind: BodyKind | null;
  area: string | null;
  messages: RowMessage[];
  differences: Difference[];
  take: "yes" | "no" | null;
  /** The entry that it is about, for a link. */
  ref: string | null;
};
