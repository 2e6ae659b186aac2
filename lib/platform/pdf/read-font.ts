import type { PdfObjects } from "./read-objects";
import { type PdfDict, PdfLexer, PdfName, PdfOperator, PdfText, type PdfValue, swapped } from "./read-syntax";

/** The text of a font's codes, and the advance of each, in thousandths of the type size. */
export type ReadFont = { bytes: 1 | 2; text: Map<number, string>; width: (code: number) => number };

/** Reads a font of a page: the text of each code from its own map, or one byte a sign where it has none. */
export async function readFont(objects: PdfObjects, value: PdfValue | undefined): Promise<ReadFont> {
  const font = await objects.dict(value);
  const map = font.get("ToUnicode");
  const text = map === undefined ? new Map<number, string>() : await unicodeOf(objects, map);
  const kind = font.get("Subtype");
  if (!(kind instanceof PdfName) || kind.name !== "Type0")
    return { bytes: 1, text: withLatin(text), width: await simple(objects, font) };
  const [descendant] = await objects.list(font.get("DescendantFonts"));
  return { bytes: 2, text, width: await composite(objects, await objects.dict(descendant)) };
}

function withLatin(text: Map<number, string>): Map<number, string> {
  for (let code = 32; code < 256; code++) if (!text.has(code)) text.set(code, String.fromCharCode(code));
  return text;
}

async function simple(objects: PdfObjects, font: PdfDict): Promise<(code: number) => number> {
  const first = Number((await objects.follow(font.get("FirstChar"))) ?? 0);
  const widths = (await objects.list(font.get("Widths"))).map(Number);
  return (code) => widths[code - first] ?? 500;
}

async function composite(objects: PdfObjects, font: PdfDict): Promise<(code: number) => number> {
  const otherwise = Number((await objects.follow(font.get("DW"))) ?? 1000);
  const widths = new Map<number, number>();
  const list = await objects.list(font.get("W"));
  for (let i = 0; i < list.length; ) {
    const from = Number(list[i]);
    const next = await objects.follow(list[i + 1]);
    if (Array.isArray(next)) {
      for (const [k, width] of next.entries()) widths.set(from + k, Number(width));
      i += 2;
    } else {
      for (let code = from; code <= Number(next) && code - from < 65536; code++) widths.set(code, Number(list[i + 2]));
      i += 3;
    }
  }
  return (code) => widths.get(code) ?? otherwise;
}

async function unicodeOf(objects: PdfObjects, value: PdfValue): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const object = "no" in Object(value) ? await objects.object(Reflect.get(Object(value), "no")) : null;
  if (!object) return found;
  const lexer = new PdfLexer(await objects.bytesOf(object), 0, true);
  let stack: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof PdfOperator)) stack.push(token);
    else {
      if (token.word === "endbfchar") chars(stack, found);
      if (token.word === "endbfrange") ranges(stack, found);
      stack = [];
    }
  }
  return found;
}

function chars(stack: readonly PdfValue[], found: Map<number, string>): void {
  for (let i = 0; i + 1 < stack.length; i += 2) found.set(codeOf(stack[i]), textOf(stack[i + 1]));
}

function ranges(stack: readonly PdfValue[], found: Map<number, string>): void {
  for (let i = 0; i + 2 < stack.length; i += 3) {
    const from = codeOf(stack[i]);
    const to = codeOf(stack[i + 1]);
    const target = stack[i + 2];
    for (let code = from; code <= to && code - from < 65536; code++) {
      if (Array.isArray(target)) found.set(code, textOf(target[code - from]));
      else found.set(code, shifted(textOf(target), code - from));
    }
  }
}

function shifted(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

function codeOf(value: PdfValue | undefined): number {
  return value instanceof PdfText && value.bytes.length > 0
    ? value.bytes.readUIntBE(0, Math.min(4, value.bytes.length))
    : -1;
}

function textOf(value: PdfValue | undefined): string {
  return value instanceof PdfText ? swapped(value.bytes).toString("utf16le") : "";
}
