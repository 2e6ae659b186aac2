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

const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([..."()<>[]{}/%"].map((sign) => sign.charCodeAt(0)));

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
    if (sign !== undefined && delimiters.has(sign)) {
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
      else if (white.has(sign)) this.at++;
      else return;
    }
  }

  private token(): string {
    const from = this.at;
    while (this.at < this.bytes.length) {
      const sign = this.bytes[this.at] ?? 0;
      if (white.has(sign) || delimiters.has(sign)) break;
      this.at++;
    }
    if (this.at >= this.bytes.length) this.end();
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, this.at - from).toString("latin1");
  }

  private word(): PdfValue {
    const word = this.token();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.refOr(Number(word), word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new PdfOperator(word);
  }

  /** `12 0 R` is one value; it does not occur in pages, so it is checked only after whole numbers. */
  private refOr(value: number, word: string): PdfValue {
    if (!/^\d+$/.test(word)) return value;
    const ahead = Buffer.from(
      this.bytes.buffer,
      this.bytes.byteOffset + this.at,
      Math.min(16, this.bytes.length - this.at),
    );
    const found = /^[\s\0]+\d{1,5}[\s\0]+R(?![A-Za-z])/.exec(ahead.toString("latin1"));
    if (!found) return value;
    this.at += found[0].length;
    return new PdfRef(value);
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
    const digits = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at + 1, to - this.at - 1)
      .toString("latin1")
      .replaceAll(/[^0-9a-f]/gi, "");
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
