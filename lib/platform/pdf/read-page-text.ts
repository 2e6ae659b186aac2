import { type ReadFont, readFont } from "./read-font";
import type { PdfObject, PdfObjects } from "./read-objects";
import { type PdfDict, PdfLexer, PdfName, PdfOperator, PdfRef, PdfText, type PdfValue } from "./read-syntax";

/** Fonts that were read before, by the number of their object. */
export type KnownFonts = Map<number, ReadFont>;

/** One page: its texts, and the objects of the pictures on it. */
export type PageText = { texts: string[]; pictures: number[] };

type Run = { text: string; x: number; y: number; end: number; size: number };
type Matrix = [number, number, number, number, number, number];
type Setting = { objects: PdfObjects; fonts: KnownFonts };

const same: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * What a reader would copy from a page, line by line; then column by column, so that text broken over table lines is
 * contiguous; then the letters behind replacement texts.
 */
export async function readPageText(
  setting: Setting,
  contents: readonly PdfObject[],
  resources: PdfDict,
): Promise<PageText> {
  const bytes: Buffer[] = [];
  for (const content of contents) bytes.push(await setting.objects.bytesOf(content), Buffer.from("\n"));
  const drawing = new Drawing(setting);
  await drawing.run(Buffer.concat(bytes), resources, same, 0);
  return {
    texts: [lines(drawing.runs), columns(drawing.runs), drawing.behind.join("")].filter(Boolean),
    pictures: drawing.pictures,
  };
}

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

class Drawing {
  readonly runs: Run[] = [];
  readonly behind: string[] = [];
  readonly pictures: number[] = [];
  private font: ReadFont | null = null;
  private size = 0;
  private lead = 0;
  private text: Matrix = same;
  private line: Matrix = same;
  /** Replacement texts that are open; null for marked content with none. */
  private readonly marked: (string | null)[] = [];

  constructor(private readonly setting: Setting) {}

  async run(bytes: Uint8Array, resources: PdfDict, base: Matrix, depth: number): Promise<void> {
    const lexer = new PdfLexer(bytes, 0, true);
    const saved: Matrix[] = [];
    let place = base;
    let given: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!(token instanceof PdfOperator)) {
        given.push(token);
        continue;
      }
      if (token.word === "q") saved.push(place);
      else if (token.word === "Q") place = saved.pop() ?? base;
      else if (token.word === "cm") place = times(matrixOf(given), place);
      else if (token.word === "Tf") await this.choose(given, resources);
      else if (token.word === "Do") await this.draw(given, resources, place, depth);
      else if (token.word === "BI") skipInline(lexer);
      else if (token.word === "BDC") await this.mark(given[1], resources);
      else this.act(token.word, given, place);
      given = [];
    }
  }

  private act(word: string, given: readonly PdfValue[], place: Matrix): void {
    // A list of letters is no number: only of what moves are the numbers asked for.
    const number = (i: number) => Number(given[i] ?? 0);
    if (word === "BT") this.text = this.line = same;
    else if (word === "Td") this.move(number(0), number(1));
    else if (word === "TD") {
      this.lead = -number(1);
      this.move(number(0), number(1));
    } else if (word === "TL") this.lead = number(0);
    else if (word === "T*") this.move(0, -this.lead);
    else if (word === "Tm") this.text = this.line = matrixOf(given);
    else if (word === "Tj" || word === "TJ") this.show(given[0], place);
    else if (word === "'" || word === '"') {
      this.move(0, -this.lead);
      this.show(given.at(-1), place);
    } else if (word === "BMC") this.marked.push(null);
    else if (word === "EMC") this.marked.pop();
  }

  private move(x: number, y: number): void {
    this.line = times([1, 0, 0, 1, x, y], this.line);
    this.text = this.line;
  }

  private async choose([name, size]: readonly PdfValue[], resources: PdfDict): Promise<void> {
    this.size = Number(size);
    const fonts = await this.setting.objects.dict(resources.get("Font"));
    const value = name instanceof PdfName ? fonts.get(name.name) : undefined;
    const no = value instanceof PdfRef ? value.no : -1;
    this.font = this.setting.fonts.get(no) ?? (await readFont(this.setting.objects, value));
    if (no >= 0) this.setting.fonts.set(no, this.font);
  }

  /** Letters with what is between them: a wide gap in a line is a space. */
  private show(value: PdfValue | undefined, place: Matrix): void {
    const { font, size } = this;
    if (!font) return;
    let text = "";
    let advance = 0;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === "number") {
        if (part < -180 && text !== "") text += " ";
        advance -= (part * size) / 1000;
      } else if (part instanceof PdfText) {
        for (let i = 0; i + font.bytes <= part.bytes.length; i += font.bytes) {
          const code = part.bytes.readUIntBE(i, font.bytes);
          text += font.text.get(code) ?? "";
          advance += (font.width(code) * size) / 1000;
        }
      }
    }
    const from = times(this.text, place);
    this.text = times([1, 0, 0, 1, advance, 0], this.text);
    const to = times(this.text, place);
    if (this.marked.some((mark) => mark !== null)) this.behind.push(text);
    else this.put({ text, x: from[4], y: from[5], end: to[4], size: Math.abs(size * from[3]) || size });
  }

  private put(run: Run): void {
    this.runs.push(run);
  }

  private async mark(value: PdfValue | undefined, resources: PdfDict): Promise<void> {
    const { objects } = this.setting;
    const known = value instanceof PdfName ? (await objects.dict(resources.get("Properties"))).get(value.name) : value;
    const properties = await objects.dict(known);
    const actualText = properties.get("ActualText");
    for (const key of ["Alt", "E"]) {
      const more = properties.get(key);
      if (more instanceof PdfText) this.behind.push(` ${more} `);
    }
    this.marked.push(actualText instanceof PdfText ? String(actualText) : null);
    if (actualText instanceof PdfText)
      this.put({ text: String(actualText), x: this.text[4], y: this.text[5], end: this.text[4], size: this.size });
  }

  private async draw([name]: readonly PdfValue[], resources: PdfDict, place: Matrix, depth: number): Promise<void> {
    const { objects } = this.setting;
    const value = name instanceof PdfName ? (await objects.dict(resources.get("XObject"))).get(name.name) : undefined;
    if (!(value instanceof PdfRef)) return;
    const object = await objects.object(value.no);
    if (!object || !(object.value instanceof Map)) return;
    const kind = object.value.get("Subtype");
    if (kind instanceof PdfName && kind.name === "Image") this.pictures.push(value.no);
    else if (depth < 8) {
      const own = object.value.has("Resources") ? await objects.dict(object.value.get("Resources")) : resources;
      const matrix = object.value.has("Matrix") ? matrixOf(await objects.list(object.value.get("Matrix"))) : same;
      await this.run(await objects.bytesOf(object), own, times(matrix, place), depth + 1);
    }
  }
}

function matrixOf(given: readonly PdfValue[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given.map(Number);
  return [a, b, c, d, e, f];
}

/** A picture inside a page: its bytes are no operators. */
function skipInline(lexer: PdfLexer): void {
  const end = Buffer.from(lexer.bytes.buffer, lexer.bytes.byteOffset, lexer.bytes.byteLength).indexOf(
    /* EI */ "\nEI",
    lexer.at,
  );
  lexer.at = end < 0 ? lexer.bytes.length : end + 3;
}

function lines(runs: readonly Run[]): string {
  let text = "";
  let last: Run | null = null;
  for (const run of runs) {
    if (last) text += Math.abs(run.y - last.y) > last.size * 0.4 ? "\n" : between(last, run);
    text += run.text;
    last = run;
  }
  return text;
}

function between(last: Run, run: Run): string {
  const gap = run.x - last.end;
  return gap > last.size * 0.12 || gap < -last.size ? " " : "";
}

/** Runs that begin at the same distance from the left, one under the other. */
function columns(runs: readonly Run[]): string {
  const byLeft = new Map<number, { text: string; last: Run }>();
  let open: { text: string; last: Run } | null = null;
  for (const run of runs) {
    if (open && Math.abs(run.y - open.last.y) <= 0.5 && between(open.last, run) === "") open.text += run.text;
    else if (
      open &&
      Math.abs(run.y - open.last.y) <= 0.5 &&
      run.x - open.last.end < run.size * 0.8 &&
      run.x > open.last.x
    )
      open.text += ` ${run.text}`;
    else {
      const left = Math.round(run.x);
      open = byLeft.get(left) ?? { text: "", last: run };
      open.text += `\n${run.text}`;
      byLeft.set(left, open);
    }
    open.last = run;
  }
  return [...byLeft.values()].map((column) => column.text).join("\n\n");
}
