import type { DateOrder } from "@/lib/platform/sandbox/chat-types";
import type { SheetNotes, SheetProblem } from "@/lib/platform/sandbox/sheet-types";

export type { DateOrder, SheetNotes, SheetProblem };

export type ImportState = "reading" | "mapping" | "checking" | "checked" | "running" | "stopped" | "done" | "failed";
export type RowState = "unchecked" | "good" | "bad" | "twin" | "imported" | "left_out" | "failed";

/**
 * What each column means. `columns`: a field key for each column, or null. `fixed`: what a field is where the cell is
 * empty or no column has it. `values`: what a word of the file means, by kind of choice and folded word.
 */
export type Mapping = {
  columns: (string | null)[];
  fixed: Record<string, string>;
  values: Record<string, Record<string, string>>;
  dates: DateOrder;
  /** Why rows that look like a case we have come in all the same; said when the list is run. */
  twinsWhy?: string | null;
};

/** A mapping that was kept by name: its columns by their folded headers. */
export type KeptMapping = Omit<Mapping, "columns"> & { columns: Record<string, string> };

/** Something said of a row: at which field, in plain words, with what stood there. */
export type RowMessage = { kind: "error" | "warning"; field: string; text: string; was: string };

/** A word of the file that stands in a column of choices and is not known. */
export type UnknownWord = { choice: string; word: string; count: number };

/** What is known of the file besides its rows. */
export type Head = { headers: string[]; samples: string[][]; notes: SheetNotes | null; unknown: UnknownWord[] };

type ImportCounts = {
  rows: number;
  good: number;
  bad: number;
  twins: number;
  imported: number;
  leftOut: number;
  failed: number;
};

export type ImportView = ImportCounts & {
  id: string;
  number: number;
  fileName: string;
  format: string | null;
  state: ImportState;
  problem: SheetProblem | null;
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  twinsToo: boolean;
};

export type ImportDetail = {
  view: ImportView;
  head: Head | null;
  mapping: Mapping | null;
  /** The number of an earlier import of the very same bytes. */
  sameAs: number | null;
};

export type RowView = {
  row: number;
  state: RowState;
  decision: "import" | "leave_out" | null;
  messages: RowMessage[];
  cells: string[];
  caseId: string | null;
  caseCode: string | null;
};

export type RowPage = { rows: RowView[]; after: number | undefined };
