import type { SheetCell } from "@/lib/platform/sheets/sheet";
import { sheetCellOf } from "./labels";
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
