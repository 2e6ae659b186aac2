import type { SheetCell } from "@/lib/platform/sheets/sheet";
import { cellWords, reportTitles } from "./labels";
import { toldToDonors } from "./rules";
import type { Cell, Report } from "./types";

/** A report as rows of a spreadsheet, the head first. */
export function sheetOfReport({ lead, columns, rows, total }: Report): SheetCell[][] {
  const noted = rows.some((row) => row.note);
  const line = (label: string, note: string | undefined, cells: readonly Cell[]) => [
    label,
    ...(noted ? [note ?? ""] : []),
    ...cells.map(sheetCellOf),
  ];
  return [
    [lead, ...(noted ? ["Countries"] : []), ...columns],
    ...rows.map(({ label, note, cells }) => line(label, note, cells)),
    ...(total && rows.length > 0 ? [line("All", undefined, total)] : []),
  ];
}

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

function sheetCellOf(cell: Cell): SheetCell {
  if (cell.is === "count") return cell.n;
  return cell.is === "days" ? cell.days : cellWords(cell);
}
