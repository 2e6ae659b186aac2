import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import { sheetFormats, sheetProblems } from "./sheet-types";
import type { SandboxFile } from "./types";

const SHEET_MS = 10 * 60_000;

const count = z.number().int().nonnegative();
const row = z.object({ row: count.min(1).max(2_000_000), cells: z.array(z.string().max(8000)).min(1).max(200) });

/** One row of a table: its number as a spreadsheet counts, from 1, and its cells without spaces around them. */
export type SheetRow = z.output<typeof row>;

const ending = z.object({
  format: z.enum(sheetFormats).nullable(),
  problem: z.enum(sheetProblems).nullable(),
  notes: z.object({
    emptyRows: count,
    longRows: count,
    longCells: count,
    formulas: count,
    merged: count,
    otherSheets: count,
    hiddenSheets: count,
    hiddenRows: count,
    hiddenColumns: count,
    notCalculated: count,
    comments: count,
    errors: count,
    openQuote: count,
    separator: z.string().max(3),
    charset: z.string().max(20),
  }),
});

export type SheetEnding = { [Key in keyof z.output<typeof ending>]: z.output<typeof ending>[Key] | null };

const rowsFrame = z.object({ rows: z.array(row).min(1).max(500) });
const endFrame = z.object({ sheet: ending });
const seenFrame = z.object({ seen: z.unknown() });

/**
 * Reads the rows of a CSV or XLSX in a confined child process, up to 500 at a time, the header first. Its output is
 * validated as untrusted; its failure is a result. @throws what opening the file or `onRows` throws
 */
export async function readSheetFile(
  file: SandboxFile,
  onRows: (rows: SheetRow[]) => Promise<void>,
  within: Sandbox = sheets,
): Promise<SheetEnding> {
  let last: SheetEnding | undefined;
  let before = 0;
  const take = async ({ head }: Frame): Promise<void> => {
    const some = rowsFrame.safeParse(head);
    if (some.success) {
      for (const sheetRow of some.data.rows) {
        if (sheetRow.row <= before) throw new BadFrame("out of order");
        before = sheetRow.row;
      }
      return onRows(some.data.rows);
    }
    const end = endFrame.safeParse(head);
    if (end.success) last = end.data.sheet;
    else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  const end = await within.ask(file, { operation: "sheet", timeoutMs: SHEET_MS }, take);
  if (last && end === "ended") return last;
  return { format: null, notes: null, problem: end === "took_too_long" ? end : "stopped" };
}

/** A separate pool: a long read does not block other files. */
const sheets = createSandbox({ places: places.sheets });
