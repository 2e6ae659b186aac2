import { crc32 } from "node:zlib";
import { archiveEnd, centralHeader, localHeader, type ZipEntry } from "../zip/zip-records";
import { defused, type SheetCell } from "./sheet";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/**
 * A workbook of one sheet, the first row its head: the smallest that spreadsheets open. Formulas are defused.
 * `name`: the sheet's, at most 31 characters. `at`: the time that its parts carry, so the same rows give the same bytes.
 */
export function writeXlsx(name: string, rows: readonly (readonly SheetCell[])[], at: Date): Uint8Array {
  const parts = [
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook(name)],
    ["xl/_rels/workbook.xml.rels", relations([["worksheet", "worksheets/sheet1.xml"]])],
    ["xl/worksheets/sheet1.xml", sheet(rows)],
  ] as const;
  return zipped(
    parts.map(([path, xml]) => ({ path, bytes: Buffer.from(`${declaration}${xml}`) })),
    at,
  );
}

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`;

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

function workbook(name: string): string {
  const title = escaped(name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31));
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function sheet(rows: readonly (readonly SheetCell[])[]): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellOf(defused(cell), `${letters(column)}${at + 1}`));
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellOf(cell: SheetCell, place: string): string {
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const before = column >= 26 ? letters(Math.floor(column / 26) - 1) : "";
  return before + String.fromCharCode(65 + (column % 26));
}

/** What XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** A .zip of a few small parts. Its headers say each size before the bytes: some spreadsheets ask for that. */
function zipped(parts: readonly { path: string; bytes: Buffer }[], at: Date): Uint8Array {
  const pieces: Uint8Array[] = [];
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const { path, bytes } of parts) {
    const entry = { name: Buffer.from(path), size: bytes.byteLength, at, offset, crc: crc32(bytes), whole: true };
    const head = localHeader(entry);
    pieces.push(head, bytes);
    entries.push(entry);
    offset += head.byteLength + bytes.byteLength;
  }
  const listed = Buffer.concat(entries.map(centralHeader));
  return Buffer.concat([...pieces, listed, archiveEnd(entries.length, offset, listed.byteLength)]);
}
