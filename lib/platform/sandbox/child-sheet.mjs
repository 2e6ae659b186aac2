import { ChatRefusal, charsetOf } from "./child-chat-lines.mjs";
import { isZip } from "./child-chat-zip.mjs";
import { readCsv } from "./child-sheet-csv.mjs";
import { readWorkbook } from "./child-sheet-xlsx.mjs";

const MAX_BYTES = 128 * 1024 * 1024;
const FRAME_ROWS = 500;
const FRAME_CHARACTERS = 1_000_000;
const ROWS_MAX = 100_000;
const CELLS_MAX = 200;
const CELL_MAX = 8000;

/** An old .xls, or a workbook behind a password: both are a compound file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The rows of a table that are not empty, in frames `{ rows: [{ row, cells }] }`, the header first, then one
 * `{ sheet: { format, problem, notes } }`. `row` counts as a spreadsheet does, from 1.
 */
export async function run({ input, request, found, send }) {
  const outbox = createOutbox(send);
  try {
    if (request.size === 0) throw new ChatRefusal("empty");
    if (request.size > MAX_BYTES) throw new ChatRefusal("too_large");
    const bytes = await input.whole();
    if (COMPOUND.every((byte, at) => bytes[at] === byte)) throw new ChatRefusal("old_workbook");
    const isPage = found.mime === "text/html";
    const isText = (["text", "eml"].includes(found.kind) && !isPage) || charsetOf(bytes).startsWith("utf-16");
    if (!isZip(bytes) && !isText) throw new ChatRefusal("not_a_table");
    outbox.name(isZip(bytes) ? "xlsx" : "csv");
    const rows = isZip(bytes) ? readWorkbook(bytes, outbox.notes) : readCsv(bytes, outbox.notes);
    for await (const row of rows) await outbox.add(row);
    if (outbox.count() === 0) throw new ChatRefusal("empty");
    if (outbox.count() === 1) throw new ChatRefusal("only_header");
    await outbox.finish(null);
  } catch (error) {
    await outbox.finish(error instanceof ChatRefusal ? error.problem : "unreadable");
  }
}

function createOutbox(send) {
  const notes = { emptyRows: 0, longRows: 0, longCells: 0, formulas: 0, merged: 0, otherSheets: 0, hiddenSheets: 0 };
  Object.assign(notes, { errors: 0, openQuote: 0, hiddenRows: 0, hiddenColumns: 0, notCalculated: 0, comments: 0 });
  Object.assign(notes, { separator: "", charset: "" });
  let format = null;
  let held = [];
  let characters = 0;
  let count = 0;

  async function flush() {
    if (held.length > 0) await send({ rows: held });
    [held, characters] = [[], 0];
  }

  return {
    notes,
    count: () => count,
    name: (known) => {
      format = known;
    },
    async add({ row, cells }) {
      if (cells.length > CELLS_MAX || cells.isLong) notes.longRows += 1;
      const kept = cells.slice(0, CELLS_MAX).map((cell) => cut(cell, notes));
      while (kept.length > 0 && kept.at(-1) === "") kept.pop();
      if (kept.length === 0) {
        notes.emptyRows += 1;
        return;
      }
      count += 1;
      if (count > ROWS_MAX + 1) throw new ChatRefusal("too_many_rows");
      const size = kept.reduce((sum, cell) => sum + cell.length + 4, 20);
      if (held.length === FRAME_ROWS || characters + size > FRAME_CHARACTERS) await flush();
      held.push({ row, cells: kept });
      characters += size;
    },
    async finish(problem) {
      await flush();
      await send({ sheet: { format, problem, notes } });
    },
  };
}

/** Spaces around a cell say nothing, and marks that steer a printer are no text. Tabs and line breaks stay. */
function cut(cell, notes) {
  const text = cell
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .trim();
  if (text.length <= CELL_MAX) return text;
  notes.longCells += 1;
  return text.slice(0, CELL_MAX);
}
