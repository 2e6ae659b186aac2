import { ChatRefusal } from "./child-chat-lines.mjs";
import { entriesOf } from "./child-chat-zip.mjs";
import { dateOf, isDateFormat } from "./child-sheet-dates.mjs";
import { partsOf } from "./child-xml.mjs";

const LIMITS = { value: 16 * 1024, between: 512 * 1024 };
const STRINGS_MAX = 2_000_000;
const ROW_LAST = 1_048_576;
const COLUMN_LAST = 2000;

/** The rows of the first sheet that is in sight. What was calculated comes as its last result, dates as dates. */
export function* readWorkbook(bytes, notes) {
  const entries = new Map(entriesOf(bytes).map((entry) => [entry.name.replace(/^\//, ""), entry]));
  const read = (name) => entries.get(name)?.read?.();
  const book = read("xl/workbook.xml");
  if (!book) throw new ChatRefusal("not_a_table");
  const { sheets, since1904 } = readBook(book);
  const seen = sheets.filter((sheet) => !sheet.hidden);
  notes.hiddenSheets = sheets.length - seen.length;
  notes.otherSheets = Math.max(seen.length - 1, 0);
  const [sheet] = seen;
  const target = sheet && targetOf(read("xl/_rels/workbook.xml.rels"), sheet.id);
  const rows = target && read(target);
  if (!rows) throw new ChatRefusal("not_a_table");
  const strings = readStrings(read("xl/sharedStrings.xml"));
  const dates = readDateStyles(read("xl/styles.xml"));
  yield* readRows(rows, { strings, dates, since1904, notes });
}

function readBook(bytes) {
  const sheets = [];
  let since1904 = false;
  for (const { open, attributes } of partsOf(bytes, LIMITS)) {
    if (open === "workbookPr") since1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
    if (open === "sheet") sheets.push({ id: attributes.id, hidden: /hidden/i.test(attributes.state ?? "") });
  }
  return { sheets, since1904 };
}

function targetOf(bytes, id) {
  if (!bytes) return null;
  for (const { open, attributes } of partsOf(bytes, LIMITS)) {
    if (open !== "Relationship" || attributes.Id !== id || attributes.TargetMode === "External") continue;
    const target = attributes.Target ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
  }
  return null;
}

function readStrings(bytes) {
  const strings = [];
  if (!bytes) return strings;
  let text = "";
  let inText = false;
  let aside = 0;
  for (const part of partsOf(bytes, LIMITS)) {
    if (part.open === "si") text = "";
    // How a word is read aloud is written beside it, and is not part of it.
    else if (part.open === "rPh" && !part.empty) aside += 1;
    else if (part.close === "rPh") aside -= 1;
    else if (part.open === "t") inText = !part.empty && aside === 0;
    else if (part.close === "t") inText = false;
    else if (part.close === "si") strings.push(text);
    else if (inText && part.text) text += part.text;
    if (strings.length > STRINGS_MAX) throw new ChatRefusal("too_large");
  }
  return strings;
}

/** For each style of a cell: whether it shows a number as a date. */
function readDateStyles(bytes) {
  if (!bytes) return [];
  const own = new Map();
  const styles = [];
  let inCells = false;
  for (const { open, close, attributes } of partsOf(bytes, LIMITS)) {
    if (open === "numFmt") own.set(attributes.numFmtId, attributes.formatCode ?? "");
    if (open === "cellXfs") inCells = true;
    if (close === "cellXfs") inCells = false;
    if (open === "xf" && inCells) styles.push(isDateFormat(Number(attributes.numFmtId), own.get(attributes.numFmtId)));
  }
  return styles;
}

function* readRows(bytes, { strings, dates, since1904, notes }) {
  let row = 0;
  let cells = null;
  let cell = null;
  let into = null;
  for (const part of partsOf(bytes, LIMITS)) {
    if (part.open === "row") {
      row = Number(part.attributes.r) || row + 1;
      if (!(row >= 1 && row <= ROW_LAST)) throw new ChatRefusal("unreadable");
      if (/^(1|true)$/.test(part.attributes.hidden ?? "")) notes.hiddenRows += 1;
      cells = [];
      if (part.empty) notes.emptyRows += 1;
    } else if (part.close === "row") {
      yield { row, cells };
      cells = null;
    } else if (part.open === "mergeCell") notes.merged += 1;
    else if (cells === null) continue;
    else if (part.open === "c") {
      const at = columnOf(part.attributes.r) ?? cells.length;
      cell = { at, type: part.attributes.t, style: Number(part.attributes.s), value: "", rich: "", formula: false };
      if (part.empty) cell = null;
    } else if (cell === null) continue;
    else if (part.open === "f") cell.formula = true;
    else if (part.open === "v" || part.open === "t") into = part.empty ? null : part.open;
    else if (part.close === "v" || part.close === "t") into = null;
    else if (part.text && into === "v") cell.value += part.text;
    else if (part.text && into === "t") cell.rich += part.text;
    else if (part.close === "c") {
      if (cell.at < COLUMN_LAST) {
        while (cells.length < cell.at) cells.push("");
        cells[cell.at] = textOf(cell, { strings, dates, since1904, notes });
      }
      cell = null;
    }
  }
}

function textOf({ type, style, value, rich, formula }, { strings, dates, since1904, notes }) {
  if (formula) notes.formulas += 1;
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "inlineStr") return rich;
  if (type === "e") {
    notes.errors += 1;
    return value;
  }
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type === "str" || type === "d" || value === "") return value;
  if (dates[style]) return dateOf(Number(value), since1904) ?? value;
  return plainNumber(value);
}

/** 8.2555010E8 is how a file may write a phone number. */
function plainNumber(value) {
  const number = Number(value);
  return /e/i.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}

/** `AB12` is column 27, counted from 0. */
function columnOf(place) {
  const letters = /^[A-Z]{1,3}/.exec(place ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
