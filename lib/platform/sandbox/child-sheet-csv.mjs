import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { parse as parseWhole } from "csv-parse/sync";
import { ChatRefusal, charsetOf, piecesOf } from "./child-chat-lines.mjs";

const SAMPLE = 64 * 1024;
const SEPARATORS = [",", ";", "\t", "|"];
/** No spreadsheet has more columns or rows. */
const CELLS_MAX = 16_384;
const ROWS_MAX = 1_048_576;
/** A closing quote followed by spaces, which the parser leaves as written. */
const PADDED = /^"([^"]*)"\s+$/;
const RECORD_MAX = 8 * 1024 * 1024;

/** The records of a CSV in any of the usual shapes: comma, semicolon or tab, quoted line breaks, any charset. */
export async function* readCsv(bytes, notes) {
  const charset = charsetOf(bytes);
  const head = piecesOf(bytes.subarray(0, SAMPLE), charset).next().value;
  const firstLine = /^sep=(.)\r?\n/i.exec(head);
  const separator = firstLine ? firstLine[1] : guess(head);
  Object.assign(notes, { charset, separator: separator === "\t" ? "tab" : separator });
  let row = 0;
  for await (const cells of recordsOf(piecesOf(bytes, charset), separator, notes)) {
    row += 1;
    if (row > ROWS_MAX) throw new ChatRefusal("too_many_rows");
    if (row === 1 && firstLine) continue;
    yield { row, cells };
  }
}

/** The mark that the first lines have most often and each alike, outside quotes. */
function guess(head) {
  const bare = head.replace(/"(?:[^"]|"")*"?/g, "");
  const lines = bare.split(/\r?\n/).filter(Boolean).slice(0, 20);
  const score = (mark) => {
    const counts = lines.map((line) => line.split(mark).length - 1);
    const [first = 0] = counts;
    return first === 0 ? 0 : counts.filter((count) => count === first).length * 1000 + first;
  };
  return SEPARATORS.toSorted((a, b) => score(b) - score(a))[0];
}

/**
 * Each record as its cells. A quote counts only where a cell begins, so that a stray one inside is a letter. One that
 * is never closed is closed at the end of the file and counted.
 */
async function* recordsOf(pieces, separator, notes) {
  const shape = {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: RECORD_MAX,
    cast: (cell, { index, quoting }) => {
      if (index >= CELLS_MAX) throw new ChatRefusal("unreadable");
      return quoting ? cell.replace(PADDED, "$1") : cell;
    },
  };
  let unclosed = "";
  const parser = parse({
    ...shape,
    raw: true,
    skip_records_with_error: true,
    on_skip: (error, raw) => {
      if (error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
      unclosed = raw;
    },
  });
  for await (const { record } of Readable.from(pieces).pipe(parser)) yield record;
  if (unclosed === "") return;
  notes.openQuote += 1;
  yield* parseWhole(`${unclosed}"`, shape);
}
