import { inflateSync } from "node:zlib";
import { printableRuns, readExif } from "./read-exif";
import type { FileSource } from "./read-objects";

const mostInflated = 16 * 1024 * 1024;

/**
 * Every text in a picture besides its pixels: comments, EXIF, XMP, IPTC, text chunks, data after its end. A picture
 * with a location gives `GPS position`.
 */
export function imageMetadata(kind: "jpeg" | "png", bytes: Uint8Array): string[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (kind === "jpeg" ? jpegTexts(data) : pngTexts(data))
    .map((text) => text.trim())
    .filter((text) => text.length > 1);
}

/** The same of a picture in a file, read without its pixels: its head up to the scan, and its last 64 KB. */
export async function imageMetadataIn(kind: "jpeg" | "png", source: FileSource): Promise<string[]> {
  if (kind === "png") return imageMetadata(kind, await pngWithoutPixels(source));
  const head = await jpegHead(source);
  const tail = await source.read(Math.max(head.length, source.size - 65_536), source.size);
  return [...imageMetadata(kind, head), ...behindJpeg(Buffer.from(tail))];
}

async function jpegHead(source: FileSource): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let at = 2;
  for (let left = 2000; left > 0 && at + 4 <= source.size; left--) {
    const [mark, kind, high, low] = await source.read(at, at + 4);
    if (mark !== 0xff || kind === undefined || kind === 0xda || kind === 0xd9) break;
    const length = 2 + (high ?? 0) * 256 + (low ?? 0);
    if (isAside(kind)) parts.push(await source.read(at, Math.min(at + length, source.size)));
    at += length;
  }
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
}

/** Application data and comments: everything that is not needed to draw the picture. */
const isAside = (kind: number) => (kind >= 0xe0 && kind <= 0xef) || kind === 0xfe;

function jpegTexts(data: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  while (at + 4 <= data.length) {
    const kind = data[at + 1] ?? 0;
    if (data[at] !== 0xff || kind === 0xd9) break;
    if (kind === 0xda || kind === 0 || (kind >= 0xd0 && kind <= 0xd7)) {
      at = nextMarker(data, at + 2);
      continue;
    }
    const length = data.readUInt16BE(at + 2);
    if (isAside(kind)) found.push(...segment(kind, data.subarray(at + 4, at + 2 + length)));
    at += 2 + length;
  }
  return [...found, ...(at < data.length ? behindJpeg(data.subarray(at)) : [])];
}

/** The next marker behind the pixels of a scan: 0xFF is written double there. */
function nextMarker(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const kind = data[at + 1] ?? 0;
    if (kind !== 0 && kind !== 0xff && !(kind >= 0xd0 && kind <= 0xd7)) return at;
  }
  return data.length;
}

/** Whatever was put behind the end of the picture. */
function behindJpeg(data: Buffer): string[] {
  const end = data.lastIndexOf(Buffer.from([0xff, 0xd9]));
  const rest = end >= 0 ? data.subarray(end + 2) : Buffer.alloc(0);
  return rest.length > 4 ? [printableRuns(rest)] : [];
}

function segment(kind: number, data: Buffer): string[] {
  if (kind === 0xfe) return [textOr(data)];
  const head = data.subarray(0, 6).toString("latin1");
  if (kind === 0xe1 && head === "Exif\0\0") return readExif(data.subarray(6));
  if (kind === 0xe1 && data.subarray(0, 28).toString("latin1").startsWith("http://ns.adobe.com/"))
    return [textOr(data)];
  return [printableRuns(data)];
}

function textOr(data: Buffer): string {
  const text = data.toString("utf8");
  return text.includes("\uFFFD") ? `${data.toString("latin1")}\n${printableRuns(data)}` : text.replaceAll("\0", " ");
}

async function pngWithoutPixels(source: FileSource): Promise<Buffer> {
  const parts: Uint8Array[] = [await source.read(0, Math.min(8, source.size))];
  let at = 8;
  for (let left = 100_000; left > 0 && at + 12 <= source.size; left--) {
    const head = Buffer.from(await source.read(at, at + 8));
    const to = Math.min(at + 12 + head.readUInt32BE(0), source.size);
    if (head.toString("latin1", 4) !== "IDAT") parts.push(await source.read(at, to));
    at = to;
  }
  return Buffer.concat([...parts, await source.read(Math.max(at, source.size - 65_536), source.size)]);
}

function pngTexts(data: Buffer): string[] {
  const found: string[] = [];
  let at = 8;
  while (at + 12 <= data.length) {
    const length = data.readUInt32BE(at);
    const kind = data.toString("latin1", at + 4, at + 8);
    const body = data.subarray(at + 8, at + 8 + length);
    if (kind === "tEXt") found.push(textOr(body));
    if (kind === "zTXt" || kind === "iTXt") found.push(packedText(kind, body));
    if (kind === "eXIf") found.push(...readExif(body));
    at += 12 + length;
    if (kind === "IEND") break;
  }
  return at < data.length ? [...found, printableRuns(data.subarray(at))] : found;
}

/** A keyword, then packed or plain text. */
function packedText(kind: "zTXt" | "iTXt", body: Buffer): string {
  const key = body.indexOf(0);
  const isPacked = kind === "zTXt" || body[key + 1] === 1;
  if (!isPacked) return textOr(body);
  let from = key + 2;
  if (kind === "iTXt") from = body.indexOf(0, body.indexOf(0, key + 3) + 1) + 1;
  try {
    return `${body.toString("latin1", 0, key)} ${inflateSync(body.subarray(from), { maxOutputLength: mostInflated }).toString("utf8")}`;
  } catch {
    return printableRuns(body);
  }
}
