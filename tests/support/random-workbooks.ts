import * as fc from "fast-check";

const letters = fc.constantFrom(..."abc ÉN漢🦉0123,;\"'&<>-/");
const word = fc.string({ unit: letters, minLength: 1, maxLength: 12 }).map((text) => `x${text.trim()}`);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Way = "shared" | "inline" | "pieces" | "formula" | "number" | "empty";
const cell = fc.record({
  way: fc.constantFrom<Way>("shared", "inline", "pieces", "formula", "number", "empty"),
  text: word,
  number: fc.integer({ min: 0, max: 99_999_999 }),
  isPlaced: fc.boolean(),
});
type Cell = typeof cell extends fc.Arbitrary<infer Value> ? Value : never;

const textOf = ({ way, text, number }: Cell) => (way === "empty" ? "" : way === "number" ? String(number) : text);
const place = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row}`;

/** A sheet of cells that are written in every way that programs write them, and what a person sees in it. */
export const randomWorkbooks = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 12 })
  .map((grid) => {
    const strings: string[] = [];
    const rows = grid.map(
      (cells, at) =>
        `<row r="${at * 2 + 1}">${cells.map((cell, no) => written(cell, place(at * 2 + 1, no), strings)).join("")}</row>`,
    );
    const shown = grid.map((cells, at) => ({ row: at * 2 + 1, cells: trimmed(cells.map(textOf)) }));
    return {
      parts: {
        "xl/sharedStrings.xml": `<sst>${strings.join("")}</sst>`,
        "xl/worksheets/sheet2.xml": `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`,
      },
      rows: shown.filter(({ cells }) => cells.length > 0),
      formulas: grid.flat().filter(({ way }) => way === "formula").length,
    };
  })
  .filter(({ rows }) => rows.length > 1);

function written(item: Cell, at: string, strings: string[]): string {
  const named = item.isPlaced ? ` r="${at}"` : "";
  const text = escaped(item.text);
  if (item.way === "empty") return `<c${named} s="0"/>`;
  if (item.way === "number") return `<c${named}><v>${item.number}</v></c>`;
  if (item.way === "formula") return `<c${named} t="str"><f>A1</f><v>${text}</v></c>`;
  if (item.way === "inline") return `<c${named} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  const pieces =
    item.way === "pieces"
      ? `<r><t>${escaped(item.text.slice(0, 1))}</t></r><r><t xml:space="preserve">${escaped(item.text.slice(1))}</t></r>`
      : `<t>${text}</t>`;
  strings.push(`<si>${pieces}</si>`);
  return `<c${named} t="s"><v>${strings.length - 1}</v></c>`;
}

function trimmed(cells: string[]): string[] {
  const end = cells.findLastIndex((text) => text !== "");
  return cells.slice(0, end + 1);
}
