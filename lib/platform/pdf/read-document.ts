import { Readable } from "node:stream";
import { createInflate } from "node:zlib";
import { gpsMark, printableRuns } from "./read-exif";
import { imageMetadataIn } from "./read-image-metadata";
import { type FileSource, type PdfObject, PdfObjects } from "./read-objects";
import { type KnownFonts, readPageText } from "./read-page-text";
import { type PdfDict, PdfName, PdfRef, PdfText, type PdfValue } from "./read-syntax";

export type { FileSource } from "./read-objects";
export { gpsMark };

/**
 * One text of a finished file and where it is, in words: `page 14`, `the outline`, `the name of an attachment`.
 * `written`: by us from the record; otherwise it came with a picture or a file.
 */
export type FoundText = { where: string; text: string; written: boolean };

/** A file in memory, for tests and small files. */
export function sourceOf(bytes: Uint8Array): FileSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** The same in parts, of which none is copied as a whole. */
export function sourceOfParts(parts: readonly Uint8Array[]): FileSource {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const read = async (from: number, to: number) => {
    const found: Uint8Array[] = [];
    let at = 0;
    for (const part of parts) {
      if (at < to && at + part.length > from) found.push(part.subarray(Math.max(0, from - at), to - at));
      at += part.length;
    }
    return found.length === 1 && found[0] ? found[0] : Buffer.concat(found);
  };
  return { size, read };
}

/**
 * Reads all text of a finished file: pages as a reader would copy them, metadata, outline, structure, links, forms,
 * attachments with their names, and picture metadata. It is independent of how the file was laid out, and never holds
 * it in memory.
 * @param mostWork for an untrusted file: the total number of bytes that may be read and unpacked
 * @param known numbers of objects that are not read again: the images that we wrote ourselves and looked into then
 * @throws Error if a part cannot be read: what was not inspected must not count as clean
 */
export async function* readDocument(
  source: FileSource,
  mostWork?: number,
  known: ReadonlySet<number> = new Set(),
): AsyncGenerator<FoundText> {
  const objects = await PdfObjects.open(source, mostWork);
  const catalog = await objects.dict(objects.trailer.get("Root"));
  const seen: Seen = { pageOf: new Map(), pictures: new Map(), handled: new Set(), attachments: 0 };
  const pages = await pagesOf(objects, catalog.get("Pages"));
  for (const [i, page] of pages.entries()) seen.pageOf.set(page.no, i + 1);
  const fonts: KnownFonts = new Map();
  for (const [i, page] of pages.entries()) {
    const contents = await contentsOf(objects, page.dict, seen);
    const { texts, pictures } = await readPageText({ objects, fonts }, contents, await objects.dict(page.resources));
    for (const no of pictures) if (!seen.pictures.has(no)) seen.pictures.set(no, i + 1);
    for (const annotation of await objects.list(page.dict.get("Annots")))
      if (annotation instanceof PdfRef) seen.pageOf.set(annotation.no, i + 1);
    for (const text of texts) yield { where: `page ${i + 1}`, text, written: true };
  }
  const info = objects.trailer.get("Info");
  for (const no of objects.numbers()) {
    if (seen.handled.has(no) || known.has(no)) continue;
    const object = await objects.object(no);
    if (object) yield* textsOfObject(objects, object, seen, info instanceof PdfRef && info.no === no);
  }
}

type Seen = {
  /** Pages and what belongs to one, by the number of their object. */
  pageOf: Map<number, number>;
  pictures: Map<number, number>;
  handled: Set<number>;
  attachments: number;
};
type Page = { no: number; dict: PdfDict; resources: PdfValue | undefined };

async function pagesOf(objects: PdfObjects, root: PdfValue | undefined): Promise<Page[]> {
  const pages: Page[] = [];
  const walked = new Set<number>();
  const walk = async (value: PdfValue | undefined, inherited: PdfValue | undefined, depth: number): Promise<void> => {
    if (depth > 50) throw new Error("the pages lie too deep");
    if (value instanceof PdfRef && walked.size === walked.add(value.no).size) throw new Error("a page is there twice");
    const dict = await objects.dict(value);
    const resources = dict.get("Resources") ?? inherited;
    if (dict.has("Kids")) for (const kid of await objects.list(dict.get("Kids"))) await walk(kid, resources, depth + 1);
    else pages.push({ no: value instanceof PdfRef ? value.no : -1, dict, resources });
  };
  await walk(root, undefined, 0);
  return pages;
}

async function contentsOf(objects: PdfObjects, page: PdfDict, seen: Seen): Promise<PdfObject[]> {
  const direct = page.get("Contents");
  const list =
    direct instanceof PdfRef && !Array.isArray(await objects.follow(direct)) ? [direct] : await objects.list(direct);
  const found: PdfObject[] = [];
  for (const item of list) {
    const object = item instanceof PdfRef ? await objects.object(item.no) : null;
    if (!object) continue;
    seen.handled.add(object.no);
    found.push(object);
  }
  return found;
}

async function* textsOfObject(
  objects: PdfObjects,
  object: PdfObject,
  seen: Seen,
  isInfo: boolean,
): AsyncGenerator<FoundText> {
  const dict = object.value instanceof Map ? object.value : null;
  const page = seen.pageOf.get(object.no) ?? pageIn(dict, seen);
  const named = isInfo ? "information" : kindOf(dict);
  for (const { key, text } of strings(object.value, "")) {
    const where = placeOf(named, key, page);
    if (where) yield { where, text, written: !/attachment/.test(where) };
  }
  if (!dict || !object.data) return;
  const stream = nameIn(dict, "Subtype") ?? "";
  if (nameIn(dict, "Type") === "Metadata") {
    yield { where: "the metadata (XMP)", text: (await objects.bytesOf(object)).toString("utf8"), written: true };
  } else if (nameIn(dict, "Type") === "EmbeddedFile") {
    seen.attachments += 1;
    yield* attachment(objects, object, `inside attachment ${seen.attachments}`);
  } else if (stream === "Image") yield* picture(objects, object, seen.pictures.get(object.no));
}

async function* picture(objects: PdfObjects, object: PdfObject, page: number | undefined): AsyncGenerator<FoundText> {
  if (!object.data || !(object.value instanceof Map)) return;
  if (!(await objects.filtersOf(object.value)).includes("DCTDecode")) return;
  const where = `the metadata of a picture${page ? ` on page ${page}` : ""}`;
  for (const text of await imageMetadataIn("jpeg", part(objects.source, object.data)))
    yield { where, text, written: false };
}

function part(source: FileSource, { from, to }: { from: number; to: number }): FileSource {
  return { size: to - from, read: (a, b) => source.read(from + a, Math.min(from + b, to)) };
}

const block = 1 << 16;
const overlap = 400;

/** Pictures by what they carry; everything else as the text that its bytes are, a stretch at a time. */
async function* attachment(objects: PdfObjects, object: PdfObject, where: string): AsyncGenerator<FoundText> {
  if (!object.data || !(object.value instanceof Map)) return;
  const filters = await objects.filtersOf(object.value);
  const unknown = filters.find((filter) => filter !== "FlateDecode");
  if (unknown || filters.length > 1) throw new Error(`${where} is packed in a way that cannot be looked into`);
  const raw = part(objects.source, object.data);
  const plain = filters.length > 0 ? await unpackedPicture(objects, raw) : raw;
  const kind = plain ? pictureKind(await plain.read(0, Math.min(8, plain.size))) : null;
  if (plain && kind) {
    for (const text of await imageMetadataIn(kind, plain)) yield { where, text, written: false };
    return;
  }
  const bytes = filters.length > 0 ? unpacked(raw) : stretches(raw);
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    objects.spend(chunk.length);
    const together: Buffer = Buffer.concat([rest, chunk]);
    yield { where, text: asText(together), written: false };
    rest = Buffer.from(together.subarray(Math.max(0, together.length - overlap)));
  }
}

function pictureKind(head: Uint8Array): "jpeg" | "png" | null {
  if (head[0] === 0xff && head[1] === 0xd8) return "jpeg";
  return Buffer.from(head).toString("latin1", 1, 4) === "PNG" ? "png" : null;
}

function unpacked(raw: FileSource): AsyncIterable<Uint8Array> {
  return Readable.from(stretches(raw)).pipe(createInflate());
}

/** A picture that was packed once more, whole, because its parts cannot be found otherwise; null for anything else. */
async function unpackedPicture(objects: PdfObjects, raw: FileSource): Promise<FileSource | null> {
  const parts: Uint8Array[] = [];
  for await (const chunk of unpacked(raw)) {
    if (parts.length === 0 && !pictureKind(chunk)) return null;
    objects.spend(chunk.length);
    parts.push(chunk);
  }
  return sourceOf(Buffer.concat(parts));
}

async function* stretches(source: FileSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += block) yield await source.read(at, Math.min(at + block, source.size));
}

/** Bytes as text: two bytes a letter where every second is nothing; of other bytes only what reads as text. */
function asText(bytes: Buffer): string {
  const sample = bytes.subarray(0, 4000);
  const zeros = sample.filter((byte) => byte === 0).length;
  if (zeros >= sample.length / 4 && zeros <= sample.length / 1.5) return wideText(bytes, sample);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > sample.length / 200) return printableRuns(bytes);
  const text = bytes.toString("utf8");
  // One sign may be cut at the end of a stretch; more of them, and the text is written one byte a letter.
  return (text.match(/\uFFFD/g) ?? []).length > 2 ? bytes.toString("latin1") : text;
}

function wideText(bytes: Buffer, sample: Buffer): string {
  const high =
    sample.filter((byte, i) => byte === 0 && i % 2 === 0).length > sample.filter((byte) => byte === 0).length / 2;
  const even = bytes.subarray(0, bytes.length & ~1);
  return `${(high ? Buffer.from(even).swap16() : even).toString("utf16le")}\n${printableRuns(bytes)}`;
}

function nameIn(dict: PdfDict, key: string): string | null {
  const value = dict.get(key);
  return value instanceof PdfName ? value.name : null;
}

function kindOf(dict: PdfDict | null): string {
  if (!dict) return "";
  const type = nameIn(dict, "Type");
  if (type) return type;
  if (dict.has("Title") && (dict.has("Dest") || dict.has("A") || dict.has("Parent"))) return "Outline";
  if (dict.has("Names") || dict.has("Limits")) return "Names";
  return nameIn(dict, "Subtype") ?? (dict.has("S") && dict.has("P") ? "StructElem" : "");
}

function pageIn(dict: PdfDict | null, seen: Seen): number | undefined {
  const at = dict?.get("Pg") ?? dict?.get("P");
  return at instanceof PdfRef ? seen.pageOf.get(at.no) : undefined;
}

/** Strings that are no text: keys of the file, dates of tables, hashes, the signature itself. */
const noText = new Set([
  "ID",
  "Contents",
  "CheckSum",
  "CreationDate",
  "ModDate",
  "M",
  "Registry",
  "Ordering",
  "Lookup",
  "Cert",
  "DestOutputProfile",
]);

function placeOf(kind: string, key: string, page: number | undefined): string | null {
  const on = page ? ` on page ${page}` : "";
  if (kind === "information") return `the document’s information (${key})`;
  if (kind === "Outline") return "the outline";
  if (kind === "Filespec") return key === "Desc" ? "the description of an attachment" : "the name of an attachment";
  if (kind === "Names" || kind === "Catalog") return "the name of an attachment";
  if (kind === "StructElem") return key === "Alt" ? `an alternative text${on}` : `the structure${on}`;
  if (kind === "Annot" || kind === "Link") return key === "URI" ? `the target of a link${on}` : `an annotation${on}`;
  if (kind === "Sig") return "the signature";
  if (kind === "Page") return `page ${page ?? ""}`.trim();
  return key === "T" || key === "V" || key === "TU" || key === "DV"
    ? "a form field"
    : `a part of the file (${kind || key || "object"})`;
}

/** Every string of a value with its key, except long ones that are not text. */
function* strings(value: PdfValue, key: string): Generator<{ key: string; text: string }> {
  if (value instanceof PdfText) {
    if (!(noText.has(key) && (key !== "Contents" || value.bytes.length > 4096)) && value.bytes.length > 0)
      yield { key, text: String(value) };
  } else if (Array.isArray(value)) for (const item of value) yield* strings(item, key);
  else if (value instanceof Map) for (const [name, child] of value) yield* strings(child, name);
}
