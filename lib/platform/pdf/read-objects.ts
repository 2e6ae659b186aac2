import { inflateSync } from "node:zlib";
import { NeedsMore, type PdfDict, PdfLexer, PdfName, PdfOperator, PdfRef, type PdfValue } from "./read-syntax";

/** A finished file of which any stretch can be read: bytes `from` up to but not including `to`. */
export type FileSource = { size: number; read: (from: number, to: number) => Promise<Uint8Array> };

/** One object. `data` is the position of its stream's raw bytes in the file. */
export type PdfObject = { no: number; value: PdfValue; data: { from: number; to: number } | null };

type Place = { at: number } | { inside: number; index: number };
type Packed = { no: number; values: Map<number, PdfValue> };

const mostInflated = 256 * 1024 * 1024;
/** What the smallest step counts, in bytes. */
const leastWork = 512;

/** Opens the objects of a file by their numbers, holding none but the packed ones read last. */
export class PdfObjects {
  readonly trailer: PdfDict = new Map();
  private readonly places = new Map<number, Place>();
  private packed: Packed | null = null;

  private spent = 0;

  private constructor(
    readonly source: FileSource,
    private readonly mostWork: number,
  ) {}

  /**
   * @param mostWork the total number of bytes that may be read and unpacked: an untrusted file may unpack to any size
   * @throws Error if the file has no readable index, or is encrypted
   */
  static async open(source: FileSource, mostWork = Number.POSITIVE_INFINITY): Promise<PdfObjects> {
    const objects = new PdfObjects(source, mostWork);
    await objects.readIndex();
    if (objects.trailer.has("Encrypt")) throw new Error("the file is encrypted, so it cannot be looked through");
    return objects;
  }

  /** Counts work that was done. @throws Error when it was too much */
  spend(bytes: number): void {
    this.spent += Math.max(bytes, leastWork);
    if (this.spent > this.mostWork) throw new Error("the file is too much work to look through");
  }

  /** Every object of the file, in file order. */
  numbers(): number[] {
    const order = ([, a]: [number, Place]) =>
      ("at" in a ? [a.at, 0] : [this.at(a.inside), a.index]) as [number, number];
    const keyed = [...this.places].map((entry) => ({ no: entry[0], key: order(entry) }));
    return keyed.toSorted((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1]).map((object) => object.no);
  }

  /** The object of a number; null when there is none. */
  async object(no: number): Promise<PdfObject | null> {
    const place = this.places.get(no);
    if (!place) return null;
    if ("at" in place) return this.objectAt(place.at, no);
    const packed = await this.unpacked(place.inside);
    return { no, value: packed.values.get(no) ?? null, data: null };
  }

  /** The value itself, or what it refers to. */
  async follow(value: PdfValue | undefined): Promise<PdfValue> {
    for (let i = 0, at = value; i < 20; i++) {
      if (!(at instanceof PdfRef)) return at ?? null;
      at = (await this.object(at.no))?.value;
    }
    throw new Error("references go round in a circle");
  }

  async dict(value: PdfValue | undefined): Promise<PdfDict> {
    const found = await this.follow(value);
    return found instanceof Map ? found : new Map();
  }

  async list(value: PdfValue | undefined): Promise<PdfValue[]> {
    const found = await this.follow(value);
    return Array.isArray(found) ? found : found === null ? [] : [found];
  }

  /** The bytes of a stream, unpacked. @throws Error for a filter that none of our files has */
  async bytesOf(object: PdfObject): Promise<Buffer> {
    if (!object.data || !(object.value instanceof Map)) return Buffer.alloc(0);
    const raw = await this.source.read(object.data.from, object.data.to);
    const filters = await this.filtersOf(object.value);
    let bytes: Buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    for (const filter of filters) {
      if (filter !== "FlateDecode") throw new Error(`a stream is packed by ${filter}, which cannot be looked into`);
      bytes = inflateSync(bytes, { maxOutputLength: Math.min(mostInflated, this.mostWork) });
    }
    this.spend(bytes.length);
    return unpredicted(bytes, await this.dict((await this.list(object.value.get("DecodeParms")))[0]));
  }

  async filtersOf(dict: PdfDict): Promise<string[]> {
    const list = await this.list(dict.get("Filter"));
    return list.flatMap((pdfValue) => (pdfValue instanceof PdfName ? [pdfValue.name] : []));
  }

  private at(no: number): number {
    const place = this.places.get(no);
    return place && "at" in place ? place.at : 0;
  }

  private async objectAt(at: number, no: number): Promise<PdfObject> {
    for (let window = 2048; ; window *= 8) {
      const to = Math.min(this.source.size, at + window);
      const bytes = await this.source.read(at, to);
      this.spend(bytes.length / 4);
      try {
        return await this.parsed(new PdfLexer(bytes), at, no);
      } catch (error) {
        if (!(error instanceof NeedsMore) || to >= this.source.size) throw error;
      }
    }
  }

  private async parsed(lexer: PdfLexer, at: number, no: number): Promise<PdfObject> {
    const [given, , word] = [lexer.next(), lexer.next(), lexer.next()];
    if (given !== no || !isWord(word, "obj")) throw new Error(`object ${no} is not where the index says`);
    const value = lexer.next() ?? null;
    if (!(value instanceof Map) || !isWord(lexer.next(), "stream")) return { no, value, data: null };
    if (lexer.at + 2 > lexer.bytes.length) throw new NeedsMore("the stream begins behind the bytes");
    const feed = lexer.bytes[lexer.at] === 13 ? 2 : 1;
    const from = at + lexer.at + feed;
    const length = await this.follow(value.get("Length"));
    if (typeof length !== "number") throw new Error(`the stream of object ${no} has no length`);
    return { no, value, data: { from, to: from + length } };
  }

  private async unpacked(no: number): Promise<Packed> {
    if (this.packed?.no === no) return this.packed;
    const object = await this.object(no);
    if (!object || !(object.value instanceof Map)) throw new Error(`there is no packed object ${no}`);
    const bytes = await this.bytesOf(object);
    const count = Number(await this.follow(object.value.get("N")));
    const first = Number(await this.follow(object.value.get("First")));
    const head = new PdfLexer(bytes.subarray(0, first), 0, true);
    const pairs = Array.from({ length: count }, () => [Number(head.next()), Number(head.next())] as const);
    const values = new Map<number, PdfValue>();
    for (const [one, at] of pairs) values.set(one, new PdfLexer(bytes, first + at, true).next() ?? null);
    this.packed = { no, values };
    return this.packed;
  }

  private async readIndex(): Promise<void> {
    const { size } = this.source;
    const tail = Buffer.from(await this.source.read(Math.max(0, size - 2048), size)).toString("latin1");
    const start = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
    if (!start) throw new Error("the file does not end as a PDF does");
    const seen = new Set<number>();
    for (let at: number | null = Number(start); at !== null && !seen.has(at); ) {
      seen.add(at);
      const dict: PdfDict = await this.readPart(at);
      for (const [key, value] of dict) if (!this.trailer.has(key)) this.trailer.set(key, value);
      const beside = dict.get("XRefStm");
      if (typeof beside === "number") await this.readPart(beside);
      const before = dict.get("Prev");
      at = typeof before === "number" ? before : null;
    }
  }

  private async readPart(at: number): Promise<PdfDict> {
    const word = Buffer.from(await this.source.read(at, Math.min(at + 4, this.source.size))).toString("latin1");
    return word === "xref" ? this.readTable(at) : this.readPackedIndex(at);
  }

  private async readTable(at: number): Promise<PdfDict> {
    for (let window = 1 << 16; ; window *= 4) {
      const to = Math.min(this.source.size, at + window);
      const lexer = new PdfLexer(await this.source.read(at + 4, to), 0, to === this.source.size);
      try {
        return this.tableRows(lexer);
      } catch (error) {
        if (!(error instanceof NeedsMore) || to >= this.source.size) throw error;
      }
    }
  }

  private tableRows(lexer: PdfLexer): PdfDict {
    const rows: [number, number][] = [];
    for (;;) {
      const first = lexer.next();
      if (isWord(first, "trailer")) break;
      const count = lexer.next();
      if (typeof first !== "number" || typeof count !== "number") throw new Error("the index is broken");
      for (let i = 0; i < count; i++) {
        const [at, , state] = [lexer.next(), lexer.next(), lexer.next()];
        if (state === undefined) throw new Error("the index is broken");
        if (isWord(state, "n") && typeof at === "number") rows.push([first + i, at]);
      }
    }
    const trailer = lexer.next();
    if (!(trailer instanceof Map)) throw new Error("the index has no trailer");
    for (const [no, at] of rows) this.place(no, { at });
    return trailer;
  }

  private async readPackedIndex(at: number): Promise<PdfDict> {
    const head = Buffer.from(await this.source.read(at, Math.min(at + 24, this.source.size))).toString("latin1");
    const object = await this.objectAt(at, Number.parseInt(head, 10));
    if (!(object.value instanceof Map)) throw new Error("the index is broken");
    const dict = object.value;
    const bytes = await this.bytesOf(object);
    const [kindWidth = 0, one = 0, two = 0] = (await this.list(dict.get("W"))).map(Number);
    if (!(kindWidth + one + two > 0)) throw new Error("the index is broken");
    const size = Number(await this.follow(dict.get("Size")));
    const index = dict.has("Index") ? (await this.list(dict.get("Index"))).map(Number) : [0, size];
    let from = 0;
    const field = (width: number, otherwise: number) => {
      const value = width === 0 ? otherwise : bytes.readUIntBE(from, width);
      from += width;
      return value;
    };
    for (let i = 0; i < index.length; i += 2) {
      for (let k = 0; k < (index[i + 1] ?? 0) && from < bytes.length; k++) {
        const kind = field(kindWidth, 1);
        const a = field(one, 0);
        const b = field(two, 0);
        if (kind === 1) this.place((index[i] ?? 0) + k, { at: a });
        if (kind === 2) this.place((index[i] ?? 0) + k, { inside: a, index: b });
      }
    }
    return dict;
  }

  /** What was read first is newest. */
  private place(no: number, place: Place): void {
    if (!this.places.has(no)) this.places.set(no, place);
  }
}

function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfOperator && value.word === word;
}

/** Rows that each say how they differ from the one above (PNG predictors), as an index is written. */
function unpredicted(bytes: Buffer, parms: PdfDict): Buffer {
  if (Number(parms.get("Predictor") ?? 1) < 10) return bytes;
  const width = Number(parms.get("Columns") ?? 1);
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let y = 0; y < rows; y++) {
    const how = bytes[y * (width + 1)] ?? 0;
    for (let x = 0; x < width; x++) {
      const raw = bytes[y * (width + 1) + 1 + x] ?? 0;
      const left = x > 0 ? (out[y * width + x - 1] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * width + x] ?? 0) : 0;
      const add = how === 1 ? left : how === 2 ? up : how === 3 ? (left + up) >> 1 : 0;
      if (how > 3) throw new Error("the index is written in a way that cannot be read");
      out[y * width + x] = (raw + add) & 0xff;
    }
  }
  return out;
}
