import { ChatRefusal } from "./child-chat-lines.mjs";
import { LIMITS, openBook } from "./child-sheet-book.mjs";
import { dateOf, spanOf } from "./child-sheet-dates.mjs";
import { formatOf, inDigits, inPercent, plainNumber } from "./child-sheet-numbers.mjs";
import { partsOf } from "./child-xml.mjs";

const STRINGS_MAX = 2_000_000;
const ROW_LAST = 1_048_576;
const COLUMN_LAST = 2000;
const YES = /^(1|true)$/;

/** The rows of the first sheet that is in sight. What was calculated comes as its last result, dates as dates. */
export function* readWorkbook(bytes, notes) {
  const book = openBook(bytes);
  notes.hiddenSheets = book.hiddenSheets;
  notes.otherSheets = book.otherSheets;
  for (const part of book.comments) notes.comments += countOf(part, "comment");
  const strings = readStrings(book.strings);
  const formats = readFormats(book.styles);
  yield* readRows(book.rows, { strings, formats, since1904: book.since1904, notes });
}

function countOf(bytes, name) {
  let count = 0;
  if (bytes) for (const { open } of partsOf(bytes, LIMITS)) if (open === name) count += 1;
  return count;
}

function readStrings(bytes) {
  const strings = [];
  if (!bytes) return strings;
  let text = "";
  let inText = false;
  let aside = 0;
  for (const part of partsOf(bytes, LIMITS)) {
    if (part.open === "si") {
      text = "";
      if (part.empty) strings.push(text);
    }
    // The phonetic reading of a word is stored with it, and is not part of it.
    else if (part.open === "rPh" && !part.empty) aside += 1;
    else if (part.close === "rPh") aside -= 1;
    else if (part.open === "t") inText = !part.empty && aside === 0;
    else if (part.close === "t") inText = false;
    else if (part.close === "si") strings.push(written(text));
    else if (inText && part.text) text += part.text;
    if (strings.length > STRINGS_MAX) throw new ChatRefusal("too_large");
  }
  return strings;
}

/** Marks that XML may not hold are written as `_x000D_` (ECMA-376, 22.9.2.19). */
const written = (text) =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** For each style of a cell: how it shows a number. */
function readFormats(bytes) {
  if (!bytes) return [];
  const own = new Map();
  const formats = [];
  let inCells = false;
  for (const { open, close, attributes } of partsOf(bytes, LIMITS)) {
    if (open === "numFmt") own.set(attributes.numFmtId, attributes.formatCode ?? "");
    if (open === "cellXfs") inCells = true;
    if (close === "cellXfs") inCells = false;
    if (open === "xf" && inCells) formats.push(formatOf(Number(attributes.numFmtId), own.get(attributes.numFmtId)));
  }
  return formats;
}

function* readRows(bytes, { strings, formats, since1904, notes }) {
  const hidden = createHidden(notes);
  let row = 0;
  let cells = null;
  let column = 0;
  let cell = null;
  let into = null;
  let aside = 0;
  for (const part of partsOf(bytes, LIMITS)) {
    if (part.open === "col") hidden.add(part.attributes);
    else if (part.open === "row") {
      const before = row;
      row = Number(part.attributes.r) || row + 1;
      if (!(row > before && row <= ROW_LAST)) throw new ChatRefusal("unreadable");
      if (YES.test(part.attributes.hidden ?? "")) notes.hiddenRows += 1;
      [cells, column] = [[], 0];
      if (part.empty) notes.emptyRows += 1;
    } else if (part.close === "row") {
      yield { row, cells };
      cells = null;
    } else if (part.open === "mergeCell") notes.merged += 1;
    else if (cells === null) continue;
    else if (part.open === "c") {
      // A cell without a reference follows the previous one, even an empty one.
      const at = columnOf(part.attributes.r) ?? column;
      column = at + 1;
      const { t: type, s: style = 0 } = part.attributes;
      cell = part.empty ? null : { at, type, style: Number(style), value: "", rich: "", formula: false };
    } else if (cell === null) continue;
    else if (part.open === "rPh" && !part.empty) aside += 1;
    else if (part.close === "rPh") aside -= 1;
    else if (part.open === "f") cell.formula = true;
    else if (part.open === "v" || part.open === "t") into = part.empty || aside > 0 ? null : part.open;
    else if (part.close === "v" || part.close === "t") into = null;
    else if (part.text && into === "v") cell.value += part.text;
    else if (part.text && into === "t") cell.rich += part.text;
    else if (part.close === "c") {
      const text = textOf(cell, { strings, formats, since1904, notes });
      if (text !== "") hidden.meet(cell.at);
      if (cell.at < COLUMN_LAST) {
        while (cells.length < cell.at) cells.push("");
        cells[cell.at] = text;
      } else if (text !== "") cells.isLong = true;
      cell = null;
    }
  }
}

/** Counts the hidden columns that hold something: programs hide thousands of empty ones. */
function createHidden(notes) {
  const ranges = [];
  const known = new Set();
  return {
    add({ min, max, hidden }) {
      if (YES.test(hidden ?? "") && ranges.length < COLUMN_LAST) ranges.push([Number(min) - 1, Number(max) - 1]);
    },
    meet(column) {
      if (known.has(column)) return;
      known.add(column);
      if (ranges.some(([from, to]) => column >= from && column <= to)) notes.hiddenColumns += 1;
    },
  };
}

function textOf({ type, style, value, rich, formula }, { strings, formats, since1904, notes }) {
  if (formula) notes.formulas += 1;
  if (formula && value === "" && type !== "str") notes.notCalculated += 1;
  if (type === "s" && value !== "") return stringOf(strings, value);
  if (type === "inlineStr") return written(rich);
  if (type === "e") {
    notes.errors += 1;
    return value;
  }
  if (type === "str" || type === "d" || value === "") return written(value);
  if (type === "b") return value === "1" ? "yes" : "no";
  return shown(value, formats[style], since1904) ?? plainNumber(value);
}

/** A text that is not there is no empty cell: without its list of strings a whole sheet would be one. */
function stringOf(strings, value) {
  const text = strings[Number(value)];
  if (text === undefined) throw new ChatRefusal("unreadable");
  return text;
}

function shown(value, format, since1904) {
  if (format?.as === "date") return dateOf(Number(value), since1904);
  if (format?.as === "span") return spanOf(Number(value));
  if (format?.as === "percent") return inPercent(value);
  return format?.as === "digits" ? inDigits(value, format.pattern) : null;
}

/** `AB12` is column 27, counted from 0. */
function columnOf(place) {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
