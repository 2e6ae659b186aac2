import type { PDFRef } from "pdf-lib";
import type { DocumentPlan, OutlineEntry } from "./blocks";
import { embedFace } from "./embed-face";
import type { ImageSource } from "./embed-image";
import type { Flow } from "./flow";
import { flowDocument } from "./flow-document";
import { FontBook } from "./font-book";
import { GlyphCodes } from "./glyph-codes";
import { ObjectFile, type Roots } from "./object-file";
import { type Attachment, writeAttachments } from "./write-attachments";
import type { Conformance } from "./write-metadata";
import { writeRoots } from "./write-roots";
import { type Setting, writeSheet } from "./write-sheet";
import { signedTail, writeField } from "./write-signature";

export type Assets = {
  /** The bytes of an image by its key; requested once, when its page is written. */
  image: (key: string) => Promise<ImageSource>;
  attachments: readonly Attachment[];
};

/** How a document is signed while it is written: `sign` gives a CMS (DER) over the SHA-256 of all but itself. */
export type SignaturePlan = {
  /** The space reserved for the CMS, in bytes. */
  reserve: number;
  sign: (digest: Uint8Array) => Promise<Uint8Array>;
  /** Who signs, why and when, as a reader shows it. */
  name: string;
  reason: string;
  at: Date;
};

export type WriteOptions = {
  laid?: LaidOut;
  signature?: SignaturePlan;
  /** Called before each page; may throw to stop the writing. */
  onPage?: (page: number, of: number) => Promise<void> | void;
  /** Called with each JPEG, as it is written in parts, and its page. */
  onJpeg?: (parts: readonly Uint8Array[], page: number) => Promise<void>;
  /** The part of the archive format to keep to. Part 1 has no attachments; it is there to be checked by older tools. */
  part?: 1 | 3;
};

/** The contents of one page, as a range of the file: anybody can hash bytes `from` up to but not including `to`. */
type PageStretch = { page: number; from: number; to: number; sha256: string };

export type WrittenDocument = {
  pages: number;
  size: number;
  sha256: string;
  outline: readonly OutlineEntry[];
  stretches: readonly PageStretch[];
  /** The numbers of the objects that hold the images, and nothing else. */
  images: readonly number[];
  /** What the file says that it keeps to. */
  conformance: Conformance;
};

/** A document laid out and not yet written. */
export type LaidOut = { book: FontBook; flow: Flow };

/**
 * Lays out a document and writes nothing, for one that has to fit. A book that laid out a plan of nearly the same words
 * is faster at the next one.
 */
export function layOutDocument(plan: DocumentPlan, book: FontBook = new FontBook()): LaidOut {
  return { book, flow: flowDocument(plan, book) };
}

/**
 * Lays out and writes a document as a stream: one image in memory at a time, attachments passed through, never the
 * whole file. The same plan and assets give the same bytes, except for a signature: no clock, no randomness.
 * @throws Error if a paragraph has no source, a place is named twice, an image cannot be shown, an attachment is not as
 * long as announced, or a signature does not fit the reserved space
 */
export async function* writeDocument(
  plan: DocumentPlan,
  assets: Assets,
  { laid, signature, onPage, onJpeg, part = 3 }: WriteOptions = {},
): AsyncGenerator<Uint8Array, WrittenDocument> {
  const { flow, book } = laid ?? layOutDocument(plan);
  book.forget();
  const file = new ObjectFile(part === 3);
  const sign = signature ? { signature: file.nextRef(), field: file.nextRef() } : null;
  const setting: Setting = {
    file,
    flow,
    codes: new GlyphCodes(() => file.nextRef()),
    pages: flow.sheets.map(() => file.nextRef()),
    tree: file.nextRef(),
    image: assets.image,
    ...(onJpeg ? { onJpeg } : {}),
    more: sign ? [sign.field] : [],
    links: [],
  };
  const stretches: PageStretch[] = [];
  const images: number[] = [];
  let fourColours = false;
  for (let at = 0; at < flow.sheets.length; at++) {
    await onPage?.(at + 1, flow.sheets.length);
    file.beginStretch();
    const written = yield* writeSheet(setting, at);
    stretches.push({ page: at + 1, ...file.endStretch() });
    fourColours ||= written.fourColours;
    images.push(...written.images);
    yield* file.take();
  }
  for (const [i, used] of setting.codes.used().entries()) embedFace(file, used, i, part === 1);
  const attached = yield* writeAttachments(file, part === 3 ? assets.attachments : [], plan.meta.at);
  if (sign && setting.pages[0]) writeField(file, sign, setting.pages[0]);
  const conformance = fourColours ? null : ({ part, level: part === 1 ? "B" : "A" } as const);
  const roots = writeRoots(setting, plan, { conformance, attached, field: sign?.field });
  yield* file.take();
  const ending = yield* endOf(file, roots, signature && sign ? { plan: signature, ref: sign.signature } : null);
  return { pages: flow.sheets.length, ...ending, outline: flow.outline, stretches, images, conformance };
}

async function* endOf(
  file: ObjectFile,
  roots: Roots,
  signing: { plan: SignaturePlan; ref: PDFRef } | null,
): AsyncGenerator<Uint8Array, { size: number; sha256: string }> {
  if (signing) {
    const { pieces, size, sha256 } = await signedTail(file, signing.ref, signing.plan, roots);
    yield* file.take();
    yield* pieces;
    return { size, sha256 };
  }
  file.end(roots);
  const sha256 = file.digest().digest("hex");
  yield* file.take();
  return { size: file.position, sha256 };
}
