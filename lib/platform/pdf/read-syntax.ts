/** A value in a file. Dictionaries are maps, references contain an object number. */
export type PdfValue = number | boolean | null | PdfText | PdfName | PdfRef | PdfOperator | PdfValue[] | PdfDict;
export type PdfDict = Map<string, PdfValue>;

export class PdfText {
  constructor(readonly bytes: Buffer) {}

  /** As a reader shows it: UTF-16 or UTF-8 with its mark, else one byte a sign. */
  toString(): string {
    const { bytes } = this;
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return swapped(bytes.subarray(2)).toString("utf16le");
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString("utf8");
    return bytes.toString("latin1");
  }
}

export class PdfName {
  constructor(readonly name: string) {}
}

export class PdfRef {
  constructor(readonly no: number) {}
}

/** A word outside of strings and names: an operator of a page, or `obj`, `stream` and the like. */
export class PdfOperator {
  constructor(readonly word: string) {}
}

/** Thrown when the bytes end before the value does: the caller reads more and begins again. */
export class NeedsMore extends Error {}

/** UTF-16 in the other order of bytes; an odd byte at the end is dropped. */
export function swapped(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
}

const white = 1;
const delimiter = 2;
/** What each byte is between values, as a table: a packet has some millions of them. */
const kindOf = new Uint8Array(256);
for (const sign of [0, 9, 10, 12, 13, 32]) kindOf[sign] = white;
for (const sign of Buffer.from("()<>[]{}/%")) kindOf[sign] = delimiter;

const isWhite = (sign: number | undefined): boolean => sign !== undefined && kindOf[sign] === white;
const isDigit = (sign: number | undefined): boolean => sign !== undefined && sign >= 0x30 && sign <= 0x39;
const isLetter = (sign: number | undefined): boolean =>
  sign !== undefined && /[A-Za-z]/.test(String.fromCharCode(sign));

/** An operator, a number: a buffer for each of them would take longer than reading it. */
const shortWord = 16;

/** Reads values one after another from bytes. `whole`: the end of the bytes is the end of the text. */
export class PdfLexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    private readonly whole = false,
  ) {}

  /** The next value, or undefined at the end. @throws NeedsMore */
  next(): PdfValue | undefined {
    this.skipWhite();
    if (this.at >= this.bytes.length) return this.end();
    const sign = this.bytes[this.at];
    if (sign === 0x2f) return this.name();
    if (sign === 0x28) return this.literal();
    if (sign === 0x5b) return this.array();
    if (sign === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.dict() : this.hex();
    if (sign !== undefined && kindOf[sign] === delimiter) {
      this.at += sign === 0x3e && this.bytes[this.at + 1] === 0x3e ? 2 : 1;
      return new PdfOperator(sign === 0x3e ? ">>" : String.fromCharCode(sign));
    }
    return this.word();
  }

  private end(): undefined {
    if (!this.whole) throw new NeedsMore("the bytes end inside a value");
  }

  private skipWhite(): void {
    const { bytes } = this;
    while (this.at < bytes.length) {
      const sign = bytes[this.at] ?? 0;
      if (sign === 0x25) while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else if (kindOf[sign] === white) this.at++;
      else return;
    }
  }

  private token(): string {
    const { bytes } = this;
    const from = this.at;
    let to = from;
    while (to < bytes.length && !kindOf[bytes[to] ?? 0]) to++;
    this.at = to;
    if (to >= bytes.length) this.end();
    if (to - from > shortWord) return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
    let word = "";
    for (let i = from; i < to; i++) word += String.fromCharCode(bytes[i] ?? 0);
    return word;
  }

  private word(): PdfValue {
    const word = this.token();
    if (word < ":" && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.refOr(Number(word), word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new PdfOperator(word);
  }

  /** `12 0 R` is one value; it does not occur in pages, so it is checked only after whole numbers. */
  private refOr(value: number, word: string): PdfValue {
    const { bytes } = this;
    if (!/^\d+$/.test(word)) return value;
    const generation = this.after(this.at, isWhite);
    const end = this.after(generation, isDigit);
    const letter = this.after(end, isWhite);
    const isRef = generation > this.at && end > generation && end - generation <= 5 && letter > end;
    if (!isRef || bytes[letter] !== 0x52 || isLetter(bytes[letter + 1])) return value;
    this.at = letter + 1;
    return new PdfRef(value);
  }

  /** The first place from `at` on whose byte is not such a one. */
  private after(at: number, isOne: (sign: number | undefined) => boolean): number {
    let to = at;
    while (isOne(this.bytes[to])) to++;
    return to;
  }

  private name(): PdfName {
    this.at++;
    return new PdfName(
      this.token().replaceAll(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }

  private array(): PdfValue[] {
    this.at++;
    const list: PdfValue[] = [];
    for (;;) {
      const value = this.next();
      if (value === undefined || (value instanceof PdfOperator && value.word === "]")) return list;
      list.push(value);
    }
  }

  private dict(): PdfDict {
    this.at += 2;
    const dict: PdfDict = new Map();
    for (;;) {
      const key = this.next();
      if (!(key instanceof PdfName)) return dict;
      const value = this.next();
      if (value === undefined) return dict;
      dict.set(key.name, value);
    }
  }

  private hex(): PdfText {
    const to = this.bytes.indexOf(0x3e, this.at);
    if (to < 0) throw new NeedsMore("a string does not end");
    const written = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at + 1, to - this.at - 1).toString(
      "latin1",
    );
    const digits = written.replaceAll(/[^0-9a-f]/gi, "");
    this.at = to + 1;
    return new PdfText(Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex"));
  }

  private literal(): PdfText {
    const out: number[] = [];
    let depth = 1;
    this.at++;
    while (depth > 0) {
      if (this.at >= this.bytes.length) throw new NeedsMore("a string does not end");
      const sign = this.bytes[this.at++] ?? 0;
      if (sign === 0x5c) this.escape(out);
      else {
        if (sign === 0x28) depth++;
        if (sign === 0x29) depth--;
        if (depth > 0) out.push(sign);
      }
    }
    return new PdfText(Buffer.from(out));
  }

  private escape(out: number[]): void {
    const sign = this.bytes[this.at++] ?? 0;
    const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(sign)];
    if (plain !== undefined) out.push(plain);
    else if (sign >= 0x30 && sign <= 0x37) {
      let value = sign - 0x30;
      for (let i = 0; i < 2; i++) {
        const more = this.bytes[this.at] ?? 0;
        if (more < 0x30 || more > 0x37) break;
        value = value * 8 + more - 0x30;
        this.at++;
      }
      out.push(value & 0xff);
    } else if (sign === 13) {
      if (this.bytes[this.at] === 10) this.at++;
    } else if (sign !== 10) out.push(sign);
  }
}
