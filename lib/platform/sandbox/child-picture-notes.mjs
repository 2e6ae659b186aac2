import { inflateSync } from "node:zlib";
import { blockIn, MAX_TEXT, plainText } from "./child-exif.mjs";

const MAX_PARTS = 20_000;
/** More than is ever listed. */
const MAX_NOTES = 500;
const MAX_KEYWORD = 200;
/** Of EXIF, and of XMP: each is read separately, and a hostile picture has thousands. */
const MAX_BLOCKS = 5;
const MAX_PACKED = 1024 * 1024;
/** In all that one picture unpacks. */
const MAX_UNPACKED = 8 * MAX_PACKED;
/** What one byte of deflate (RFC 1951) can become at most. */
const MOST_OF_ONE = 1032;
const MAX_PROFILE_HEAD = 300;
const XMP_JPEG = "http://ns.adobe.com/xap/1.0/\0";
const XMP_MORE = "http://ns.adobe.com/xmp/extension/\0";
const XMP_MORE_HEAD = 40;
const XMP_PNG = "XML:com.adobe.xmp";

/**
 * What a picture contains besides its pixels and `sharp` does not return: the chunks of a PNG, even after the pixels,
 * the comments of JPEG and GIF, a second EXIF block, the XMP of some TIFFs. `unlisted` counts the omitted texts.
 * @returns null for a kind of which `sharp` returns everything
 */
export function notesIn(bytes, kind) {
  const notes = { exif: [], xmp: [], iptc: null, texts: [], unlisted: 0, room: MAX_UNPACKED };
  const read = { png: readPng, jpeg: readJpeg, gif: readGif, tiff: readTiff }[kind];
  if (!read) return null;
  try {
    read(bytes, notes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note(notes, "Rest of the file", "broken off: it was read up to there");
  }
  for (const [name, blocks] of Object.entries({ EXIF: notes.exif, XMP: notes.xmp })) {
    const left = blocks.splice(MAX_BLOCKS).length;
    if (left > 0) note(notes, `Blocks of ${name}`, `${left} more, not read`);
  }
  return notes;
}

/** How many pictures an animated PNG has, which `sharp` does not count; null for any other file. */
export function framesOf(bytes, kind) {
  let frames = 0;
  let isFirstMoving = false;
  for (const { name } of kind === "png" ? chunksOf(bytes) : []) {
    if (name === "fcTL") frames += 1;
    else if (name === "IDAT") isFirstMoving ||= frames > 0;
  }
  return frames > 0 ? frames + (isFirstMoving ? 0 : 1) : null;
}

/** Keeps no more of it than can be shown. @param said our own words, or bytes of the file */
function note(notes, keyword, text) {
  if (notes.texts.length === MAX_NOTES) notes.unlisted += 1;
  else if (typeof text === "string") notes.texts.push({ keyword, text: text });
  else notes.texts.push({ keyword, text: plainText(text.subarray(0, MAX_TEXT)), isCut: text.length > MAX_TEXT });
}

function readPng(bytes, notes) {
  for (const { name, body } of chunksOf(bytes)) {
    if (name === "eXIf") notes.exif.push(body);
    else if (name === "tIME" && body.length >= 7) note(notes, "Time (tIME)", timeOf(body));
    else if (["tEXt", "zTXt", "iTXt"].includes(name)) addText(notes, name, body);
  }
}

function* chunksOf(bytes) {
  let at = 8;
  for (let count = 0; at + 12 <= bytes.length && count < MAX_PARTS; count += 1) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IEND") return;
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    yield { name, body };
    at += 12 + body.length;
  }
}

function timeOf(body) {
  const [month, day, hour, minute, second] = body.subarray(2, 7);
  const two = (number) => String(number).padStart(2, "0");
  return `${body.readUInt16BE(0)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} UTC`;
}

/** PNG 1.2, 11.3.4: a keyword, then text as plain, compressed, or UTF-8 with a language. */
function addText(notes, kind, body) {
  const end = body.indexOf(0);
  const keyword = body.toString("latin1", 0, Math.min(Math.max(end, 0), MAX_KEYWORD));
  const rest = body.subarray(end + 1);
  const text = kind === "tEXt" ? rest : kind === "zTXt" ? unpack(notes, rest.subarray(1)) : international(notes, rest);
  if (typeof text === "string") note(notes, keyword, text);
  else if (keyword === XMP_PNG) notes.xmp.push(text);
  else if (/^Raw profile type (exif|app1|xmp|iptc|8bim)$/i.test(keyword)) addProfile(notes, keyword, text);
  else note(notes, keyword, text);
}

function international(notes, rest) {
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  if (translated === -1) return UNPACKABLE;
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? unpack(notes, text) : text;
}

const UNPACKABLE = "packed, and cannot be read";

/** The bytes, or why there are none. What cannot be unpacked counts with what it may have cost. */
function unpack(notes, packed) {
  if (notes.room <= 0) return "packed, and not read: there is too much that is packed";
  try {
    const bytes = inflateSync(packed, { maxOutputLength: MAX_PACKED });
    notes.room -= bytes.length;
    return bytes;
  } catch {
    notes.room -= Math.min(MAX_PACKED, packed.length * MOST_OF_ONE);
    return UNPACKABLE;
  }
}

/** How ImageMagick keeps a block of another format: its name, its length, then its bytes as hexadecimal digits. */
function addProfile(notes, keyword, text) {
  const decoded = text.length > MAX_PACKED ? "" : text.toString("latin1");
  const head = /^\s*\S+\s+\d+\s/.exec(decoded.slice(0, MAX_PROFILE_HEAD))?.[0];
  const digits = head === undefined ? null : decoded.slice(head.length);
  if (digits === null || /[^\da-f\s]/i.test(digits)) return note(notes, keyword, text);
  const block = Buffer.from(digits.replace(/\s/g, ""), "hex");
  if (/iptc|8bim/i.test(keyword)) notes.iptc = block;
  else if (block.toString("latin1", 0, 4) === "Exif") notes.exif.push(block);
  else if (/exif/i.test(keyword)) notes.exif.push(block);
  else notes.xmp.push(behind(block, XMP_JPEG) ?? block);
}

const behind = (body, mark) => (body.toString("latin1", 0, mark.length) === mark ? body.subarray(mark.length) : null);

function readJpeg(bytes, notes) {
  const blocks = [];
  const more = [];
  let at = 2;
  for (let count = 0; at + 4 <= bytes.length && bytes[at] === 0xff && count < MAX_PARTS; count += 1) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const body = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    const exif = marker === 0xe1 && behind(body, "Exif\0");
    if (marker === 0xfe) note(notes, "Comment", body);
    else if (exif) addBlock(blocks, exif.subarray(1));
    else if (marker === 0xe1) {
      const packet = behind(body, XMP_JPEG);
      if (packet) notes.xmp.push(packet);
      const piece = behind(body, XMP_MORE);
      if (piece && piece.length > XMP_MORE_HEAD) more.push(piece);
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  for (const parts of blocks.splice(0, MAX_BLOCKS)) notes.exif.push(Buffer.concat(parts));
  // Those that are left out are not put together.
  for (const [first] of blocks) notes.exif.push(first);
  notes.xmp.push(...extended(more));
}

/**
 * A packet too long for one segment is split over as many as needed, in any order: after the 32-byte packet name, each
 * segment gives the packet's length and the offset of its part (XMP, part 3).
 */
function extended(pieces) {
  const packets = new Map();
  for (const piece of pieces) {
    const name = piece.toString("latin1", 0, 32);
    if (!packets.has(name)) packets.set(name, []);
    packets.get(name).push(piece);
  }
  const placeOf = (piece) => piece.readUInt32BE(36);
  return [...packets.values()].map((all) => {
    const inOrder = all.toSorted((item, other) => placeOf(item) - placeOf(other));
    return Buffer.concat(inOrder.map((piece) => piece.subarray(XMP_MORE_HEAD)));
  });
}

/** A block begins with the order of its bytes; what does not goes on with the one before it. */
function addBlock(blocks, body) {
  if (blocks.length === 0 || /^(II|MM)/.test(body.toString("latin1", 0, 2))) blocks.push([body]);
  else blocks.at(-1).push(body);
}

/** A TIFF is its own block of EXIF. */
function readTiff(bytes, notes) {
  const xmp = blockIn(bytes, 700);
  notes.exif.push(bytes);
  if (xmp) notes.xmp.push(xmp);
  notes.iptc = blockIn(bytes, 33723);
}

function readGif(bytes, notes) {
  const colours = (flags) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes.readUInt8(10));
  for (let count = 0; at < bytes.length && count < MAX_PARTS; count += 1) {
    if (bytes[at] === 0x21) {
      const label = bytes.readUInt8(at + 1);
      const { body, next } = blocksFrom(bytes, at + 2, label === 0xfe ? MAX_TEXT + 1 : 0);
      if (label === 0xfe) note(notes, "Comment", body);
      if (label === 0xff && bytes.toString("latin1", at + 3, at + 14) === "XMP DataXMP") {
        notes.xmp.push(bytes.subarray(at + 14, next));
      }
      at = next;
    } else if (bytes[at] === 0x2c) at = blocksFrom(bytes, at + 11 + colours(bytes.readUInt8(at + 9))).next;
    else break;
  }
}

/** Where a row of blocks ends, and what is in its first ones, `most` bytes or a few more: it may be a million of one byte. */
function blocksFrom(bytes, from, most = 0) {
  const parts = [];
  let held = 0;
  let at = from;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) {
    if (held < most) parts.push(bytes.subarray(at + 1, at + 1 + size));
    held += size;
    at += 1 + size;
  }
  return { body: Buffer.concat(parts), next: at + 1 };
}
