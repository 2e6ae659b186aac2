import sharp from "sharp";
import { fitPixels } from "./child-fit.mjs";
import { framesOf, notesIn } from "./child-picture-notes.mjs";

export const MAX_PIXELS = 40_000_000;
const TRUNCATED = /premature|truncat|unexpected end|end of (file|stream|input)|out of data/i;
const PLAIN_JPEG_FRAMES = new Set([0xc0, 0xc1, 0xc2]);

sharp.block({
  operation: ["VipsForeignLoadSvg", "VipsForeignLoadHeif", "VipsForeignLoadPdf", "VipsForeignLoadMagick"],
});
sharp.cache(false);
sharp.concurrency(1);

export const open = (bytes, page = 0) =>
  sharp(bytes, { failOn: "truncated", limitInputPixels: false, sequentialRead: true, page, pages: 1 });

/** Reads the headers, then every pixel: a picture that says it is whole and is not must not reach a packet. */
export async function inspectPicture(bytes, kind) {
  let seen = {};
  try {
    const { width, height, pages = 1, pageHeight } = await open(bytes).metadata();
    seen = { width, height: pageHeight ?? height, pages: framesOf(bytes, kind) ?? pages };
    if (seen.width * seen.height > MAX_PIXELS) return { ...seen, problem: "too_large" };
    await open(bytes).stats();
    return { ...seen, problem: null };
  } catch (error) {
    return { ...seen, problem: TRUNCATED.test(String(error)) || !endsWhole(bytes, kind) ? "truncated" : "unreadable" };
  }
}

/** JPEG and plain PNG go into a PDF unchanged; anything else is redrawn as an opaque 8-bit picture. */
export async function renderPicture(bytes, kind, { maxPages, fromPage, redraw }, send) {
  const found = await open(bytes).metadata();
  if (!redraw && (isPlainJpeg(bytes, kind, found) || isPlainPng(bytes, kind))) {
    const { width, height, orientation = 1, channels } = found;
    return { kind: "original", format: kind, width, height, orientation, channels };
  }
  const totalPages = kind === "tiff" ? (found.pages ?? 1) : 1;
  let problem = null;
  for (let number = fromPage; number <= Math.min(totalPages, maxPages); number += 1) {
    await send({ drawing: number });
    const rendered = await drawAgain(bytes, kind, number - 1).catch(() => null);
    if (rendered) await send({ page: { number, ...rendered.size } }, rendered.data);
    else problem ??= "unreadable";
  }
  return { kind: "pages", totalPages, problem };
}

/** A 64-bit difference hash of the first frame, upright: near copies differ in few bits. 16 hex characters, or null. */
export async function fingerprintOf(bytes) {
  const small = open(bytes).autoOrient().flatten({ background: "#ffffff" }).greyscale().resize(9, 8, { fit: "fill" });
  const grey = await small
    .raw()
    .toBuffer()
    .catch(() => null);
  if (grey?.length !== 72) return null;
  let bits = 0n;
  for (let at = 0; at < 72; at += 1) {
    if (at % 9 < 8) bits = (bits << 1n) | (grey[at] < grey[at + 1] ? 1n : 0n);
  }
  return bits.toString(16).padStart(16, "0");
}

/** The blocks of a picture besides its pixels, unparsed. */
export async function rawMetadata(bytes, kind) {
  const { exif, xmp, iptc } = await open(bytes)
    .metadata()
    .catch(() => ({}));
  const notes = notesIn(bytes, kind);
  if (!notes) return { exif, xmp, iptc };
  return { ...notes, iptc: notes.iptc ?? iptc };
}

/** The first frame or page, upright, on white, in sRGB with 8 bits: a pipeline that nothing was drawn from yet. */
export function upright(bytes, index) {
  return open(bytes, index).autoOrient().flatten({ background: "#ffffff" }).toColourspace("srgb");
}

async function drawAgain(bytes, kind, index) {
  const { width, height } = await open(bytes, index).metadata();
  if (width * height > MAX_PIXELS) throw new Error("too many pixels");
  const scale = fitPixels(width, height);
  const page = upright(bytes, index);
  // The scale is by area, so it holds for a picture that is turned on its side as well.
  const sized = scale < 1 ? page.resize(bounds(width, height, scale)) : page;
  const format = kind === "png" || kind === "gif" ? "png" : "jpeg";
  const encoded =
    format === "png" ? sized.png({ compressionLevel: 6 }) : sized.jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { size: { format, width: info.width, height: info.height }, data };
}

/** A square that the longer side just fits, whichever way the picture is turned. */
function bounds(width, height, scale) {
  const side = Math.max(1, Math.round(Math.max(width, height) * scale));
  return { width: side, height: side, fit: "inside" };
}

/** Baseline, extended or progressive Huffman with one or three 8-bit components: what every PDF reader decodes. */
function isPlainJpeg(bytes, kind, { channels, depth, space }) {
  if (kind !== "jpeg" || depth !== "uchar" || (space !== "srgb" && space !== "b-w")) return false;
  return (channels === 1 || channels === 3) && PLAIN_JPEG_FRAMES.has(frameMarker(bytes));
}

function frameMarker(bytes) {
  for (let at = 2; at + 4 <= bytes.byteLength && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return marker;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Grey or RGB, 8 bits, no interlace, no transparent colour: its IDAT bytes can be written into a PDF untouched. */
function isPlainPng(bytes, kind) {
  if (kind !== "png" || bytes.toString("latin1", 12, 16) !== "IHDR") return false;
  const [depth, colour, , , interlace] = bytes.subarray(24, 29);
  if (depth !== 8 || (colour !== 0 && colour !== 2) || interlace !== 0) return false;
  for (let at = 8; at + 8 <= bytes.byteLength; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "tRNS") return false;
    if (name === "IDAT") return true;
  }
  return false;
}

function endsWhole(bytes, kind) {
  const tail = bytes.subarray(-1024);
  if (kind === "jpeg") return tail.includes(Buffer.from([0xff, 0xd9]));
  if (kind === "png") return tail.includes("IEND");
  if (kind === "webp") return bytes.readUInt32LE(4) + 8 <= bytes.byteLength;
  if (kind === "gif") return tail.includes(0x3b);
  return true;
}
