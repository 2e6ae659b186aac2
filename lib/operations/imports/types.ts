import type { DateOrder } from "@/lib/platform/sandbox/chat-types";
import type { SheetNotes, SheetProblem } from "@/lib/platform/sandbox/sheet-types";

export type { DateOrder, SheetNotes, SheetProblem };

export type ImportState = "reading" | "mapping" | "checking" | "checked" | "running" | "stopped" | "done" | "failed";
export type RowState = "unchecked" | "good" | "bad" | "twin" | "imported" | "left_out" | "failed";

/**
 * What each column means. `columns`: a field key for each column, or null. `fixed`: the value of a field if the cell is
 * empty or no column has it. `values`: the meaning of a word in the file, by kind of choice and folded word.
 */
export type Mapping = {
  columns: (string | null)[];
  fixed: Record<string, string>;
  values: Record<string, Record<string, string>>;
  dates: DateOrder;
  /** Why rows that resemble an existing case are imported despite that; entered when the list is run. */
  twinsWhy?: string | null;
};

/** A saved mapping: its columns by folded header. */
export type KeptMapping = Omit<Mapping, "columns"> & { columns: Record<string, string> };

/** A message about a row: the field, plain words, and the original value. */
export type RowMessage = { kind: "error" | "warning"; field: string; text: string; was: string };

/** An unknown word in a column of choices. */
export type UnknownWord = { choice: string; word: string; count: number };

/** What is known about the file besides its rows. */
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
