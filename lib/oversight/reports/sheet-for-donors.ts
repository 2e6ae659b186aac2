import type { SheetCell } from "@/lib/platform/sheets/sheet";
import { reportTitles, sheetCellOf } from "./labels";
import { toldToDonors } from "./rules";
import type { Report } from "./types";

/** The figures for donors as one table with a line for each figure, which a spreadsheet turns as it likes. */
export function sheetForDonors(reports: readonly Report[]): SheetCell[][] {
  const figures = toldToDonors(reports).flatMap(({ name, columns, rows, total }) => {
    const all = total && rows.length > 0 ? [{ label: "All", note: undefined, cells: total }] : [];
    // The lines of the caseload are people.
    const lines = name === "caseload" ? all : [...rows, ...all];
    return lines.flatMap(({ label, note, cells }) =>
      cells.map((cell, at) => [reportTitles[name], label, note ?? "", columns[at] ?? "", sheetCellOf(cell)]),
    );
  });
  return [["Report", "Line", "Countries", "Figure", "Value"], ...figures];
}
