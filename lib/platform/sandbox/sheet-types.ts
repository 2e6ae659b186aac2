export const sheetFormats = ["csv", "xlsx"] as const;

/** Why a table was not read, or not to its end. The last two: the child died, or its time was over. */
export const sheetProblems = [
  "empty",
  "only_header",
  "too_large",
  "too_many_rows",
  "unreadable",
  "truncated",
  "password_protected",
  "old_workbook",
  "not_a_table",
  "stopped",
  "took_too_long",
] as const;
export type SheetProblem = (typeof sheetProblems)[number];

/** What was met on the way, as counts; nothing of it is what somebody wrote. */
export type SheetNotes = {
  emptyRows: number;
  longRows: number;
  longCells: number;
  formulas: number;
  merged: number;
  otherSheets: number;
  hiddenSheets: number;
  hiddenRows: number;
  /** Of those that hold something. This and the next two are missing in a list that was read by an earlier release. */
  hiddenColumns?: number;
  /** Cells with a formula whose result is not in the file. */
  notCalculated?: number;
  comments?: number;
  errors: number;
  openQuote: number;
  separator: string;
  charset: string;
};
