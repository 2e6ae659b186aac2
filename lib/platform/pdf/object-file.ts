import { createHash, type Hash } from "node:crypto";
import { type PDFArray, PDFContext, type PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRef } from "pdf-lib";
import { type Entry, tableOf, xrefStreamOf } from "./cross-reference";
import { deflate } from "./deflate";

/** Where the file starts, in the trailer. */
export type Roots = { catalog: PDFRef; info: PDFRef; id: PDFArray };

const SMALL = 64 * 1024;
const PER_PACK = 100;

/**
 * A file of objects that is written as it is built: an object is written as soon as it is complete, and afterwards only
 * its offset and the digests are kept. `packed` lets small objects share compressed streams.
 */
export class ObjectFile {
  readonly context = PDFContext.create();
  position = 0;
  private readonly entries: (Entry | undefined)[] = [];
  private readonly whole = createHash("sha256");
  private stretch: { hash: Hash; from: number } | null = null;
  private waiting: Uint8Array[] = [];
  private ready: Uint8Array[] = [];
  private pack: { ref: PDFRef; text: string }[] = [];

  constructor(private readonly packed: boolean) {
    this.bytes(Buffer.from(`%PDF-${packed ? "1.7" : "1.4"}\n%\xe2\xe3\xcf\xd3\n`, "latin1"));
  }

  nextRef(): PDFRef {
    return this.context.nextRef();
  }

  /** Writes an object at its own place. */
  put(ref: PDFRef, object: PDFObject): void {
    this.begin(ref);
    this.text(`${object}\nendobj\n`);
  }

  /** Writes an object where it takes the least space. */
  add(object: PDFObject, ref: PDFRef = this.nextRef()): PDFRef {
    if (!this.packed) this.put(ref, object);
    else {
      this.pack.push({ ref, text: object.toString() });
      if (this.pack.length === PER_PACK) this.writePack();
    }
    return ref;
  }

  /** Writes a stream of parts of other buffers, none of which is copied. */
  stream(dict: PDFDict, parts: readonly Uint8Array[], ref: PDFRef = this.nextRef()): PDFRef {
    this.openStream(ref, dict, lengthOf(parts));
    for (const part of parts) this.bytes(part);
    this.closeStream();
    return ref;
  }

  /** Writes a stream, compressed; the same content gives the same bytes. */
  deflated(dict: PDFDict, content: Uint8Array | string, ref: PDFRef = this.nextRef()): PDFRef {
    dict.set(PDFName.of("Filter"), PDFName.of("FlateDecode"));
    return this.stream(dict, [deflate(content)], ref);
  }

  /**
   * Writes a stream while it is read.
   * @throws Error if its length differs from the announced one
   */
  async *through(
    dict: PDFDict,
    source: AsyncIterable<Uint8Array>,
    size: number,
    ref: PDFRef,
  ): AsyncGenerator<Uint8Array> {
    this.openStream(ref, dict, size);
    const from = this.position;
    for await (const part of source) {
      this.bytes(part);
      yield* this.take();
    }
    if (this.position - from !== size) throw new Error("an attached file is not as long as was said");
    this.closeStream();
  }

  /** Takes the digest of what is written from here to `endStretch`. */
  beginStretch(): void {
    this.settle();
    this.stretch = { hash: createHash("sha256"), from: this.position };
  }

  endStretch(): { from: number; to: number; sha256: string } {
    this.settle();
    if (!this.stretch) throw new Error("no stretch was begun");
    const { hash, from } = this.stretch;
    this.stretch = null;
    return { from, to: this.position, sha256: hash.digest("hex") };
  }

  /** What is written and not yet handed on. */
  *take(): Generator<Uint8Array> {
    this.settle();
    const { ready } = this;
    this.ready = [];
    yield* ready;
  }

  /** The cross-reference for a file that continues at `at`; nothing can be written afterwards. */
  crossReference(roots: Roots, at: number = this.position): Buffer {
    if (this.packed) return xrefStreamOf(this.context, this.entries, roots, at);
    return tableOf(this.context, this.entries, roots, at);
  }

  /** Records the offset of an object that the caller writes itself, last of all. */
  reserve(ref: PDFRef): void {
    this.writePack();
    this.entries[ref.objectNumber] = { offset: this.position };
  }

  /** Ends the file with its cross-reference. */
  end(roots: Roots): void {
    this.writePack();
    this.bytes(this.crossReference(roots));
  }

  /** The digest of what is written so far, to go on with. */
  digest(): Hash {
    this.settle();
    return this.whole.copy();
  }

  bytes(part: Uint8Array): void {
    this.waiting.push(part);
    this.position += part.length;
  }

  private text(text: string): void {
    this.bytes(Buffer.from(text, "latin1"));
  }

  private begin(ref: PDFRef): void {
    if (this.entries[ref.objectNumber]) throw new Error(`object ${ref.objectNumber} was written twice`);
    this.entries[ref.objectNumber] = { offset: this.position };
    this.text(`${ref.objectNumber} 0 obj\n`);
  }

  private openStream(ref: PDFRef, dict: PDFDict, length: number): void {
    dict.set(PDFName.of("Length"), PDFNumber.of(length));
    this.begin(ref);
    this.text(`${dict}\nstream\n`);
  }

  private closeStream(): void {
    this.text("\nendstream\nendobj\n");
  }

  private writePack(): void {
    const { pack } = this;
    if (pack.length === 0) return;
    this.pack = [];
    const ref = this.nextRef();
    let at = 0;
    const places: number[] = [];
    pack.forEach((object, index) => {
      if (this.entries[object.ref.objectNumber]) throw new Error(`object ${object.ref.objectNumber} was written twice`);
      this.entries[object.ref.objectNumber] = { pack: ref.objectNumber, index };
      places.push(object.ref.objectNumber, at);
      at += object.text.length + 1;
    });
    const head = `${places.join(" ")}\n`;
    const body = pack.map((object) => `${object.text}\n`).join("");
    const dict = this.context.obj({ Type: "ObjStm", N: pack.length, First: head.length });
    this.deflated(dict, Buffer.from(head + body, "latin1"), ref);
  }

  /** Takes the digests of what waits. Small pieces are joined, so that neither they nor the reader are many. */
  private settle(): void {
    let small: Uint8Array[] = [];
    const pass = (piece: Uint8Array) => {
      this.whole.update(piece);
      this.stretch?.hash.update(piece);
      this.ready.push(piece);
    };
    const join = () => {
      if (small.length > 0) pass(small.length === 1 && small[0] ? small[0] : Buffer.concat(small));
      small = [];
    };
    for (const part of this.waiting) {
      if (part.length < SMALL) small.push(part);
      else {
        join();
        pass(part);
      }
    }
    join();
    this.waiting = [];
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
