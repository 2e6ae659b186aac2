import { charsetOf, piecesOf } from "./child-chat-lines.mjs";

const SAMPLE = 64 * 1024;
const CELL_HELD = 64 * 1024;
const CELLS_HELD = 2000;
const SEPARATORS = [",", ";", "\t", "|"];

/** The records of a CSV in any of the usual shapes: comma, semicolon or tab, quoted line breaks, any charset. */
export function* readCsv(bytes, notes) {
  const charset = charsetOf(bytes);
  const head = piecesOf(bytes.subarray(0, SAMPLE), charset)
    .next()
    .value.replace(/^\ufeff/, "");
  const said = /^sep=(.)\r?\n/i.exec(head);
  const separator = said ? said[1] : guess(head);
  Object.assign(notes, { charset, separator: separator === "\t" ? "tab" : separator });
  let row = 0;
  for (const cells of recordsOf(piecesOf(bytes, charset), separator, notes)) {
    row += 1;
    if (row === 1 && said) continue;
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

/** Each record as its cells. A quote counts only where a cell begins, so that a stray one inside is a letter. */
function* recordsOf(pieces, separator, notes) {
  let cells = [];
  let cell = "";
  let state = "start";
  let first = true;
  const endCell = () => {
    if (cells.length < CELLS_HELD) cells.push(cell);
    [cell, state] = ["", "start"];
  };
  for (const piece of pieces) {
    const text = first ? piece.replace(/^\ufeff/, "") : piece;
    if (text !== "") first = false;
    for (let at = 0; at < text.length; at += 1) {
      const mark = text[at];
      if (state === "quoted") {
        if (mark === '"') state = "quote";
        else if (cell.length < CELL_HELD) cell += mark;
      } else if (state === "quote" && mark === '"') {
        cell += mark;
        state = "quoted";
      } else if (mark === separator) endCell();
      else if (mark === "\n" || mark === "\r") {
        if (mark === "\r") state = "return";
        else if (state === "return") {
          state = "start";
          continue;
        }
        const after = state;
        endCell();
        yield cells;
        cells = [];
        state = after === "return" ? "return" : "start";
      } else if (mark === '"' && cell === "" && state !== "quote") state = "quoted";
      else {
        if (cell.length < CELL_HELD) cell += mark;
        if (state !== "quote") state = "plain";
      }
    }
  }
  if (state === "quoted") notes.openQuote += 1;
  if (cell !== "" || cells.length > 0) {
    endCell();
    yield cells;
  }
}
