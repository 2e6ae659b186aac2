import { inflateSync } from "node:zlib";
import { blockIn, plainText } from "./child-exif.mjs";

const MAX_PARTS = 20_000;
const MAX_NOTES = 500;
const MAX_PACKED = 1024 * 1024;
const XMP_JPEG = "http://ns.adobe.com/xap/1.0/\0";
const XMP_MORE = "http://ns.adobe.com/xmp/extension/\0";
const XMP_MORE_HEAD = XMP_MORE.length + 40;
const XMP_PNG = "XML:com.adobe.xmp";

/**
 * What a picture carries beside its pixels and `sharp` gives nobody: the chunks of a PNG, also behind the pixels, the
 * comments of JPEG and GIF, a second block of EXIF, the XMP of some TIFFs. `frames` counts the pictures of an animation that it does not count.
 * @returns null for a kind of which `sharp` gives all
 */
export function notesIn(bytes, kind) {
  const notes = { exif: [], xmp: [], iptc: null, texts: [], frames: null };
  const read = { png: readPng, jpeg: readJpeg, gif: readGif, tiff: readTiff }[kind];
  if (!read) return null;
  try {
    read(bytes, notes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    note(notes, "Rest of the file", "broken off: it was read up to there");
  }
  return notes;
}

const note = (notes, keyword, text) => {
  if (notes.texts.length < MAX_NOTES) notes.texts.push({ keyword, text });
};

function readPng(bytes, notes) {
  let frames = 0;
  let isFirstMoving = false;
  let at = 8;
  for (let count = 0; at + 12 <= bytes.length && count < MAX_PARTS; count += 1) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (name === "eXIf") notes.exif.push(body);
    else if (name === "tIME" && body.length >= 7) note(notes, "Time (tIME)", timeOf(body));
    else if (name === "fcTL") frames += 1;
    else if (name === "IDAT") isFirstMoving ||= frames > 0;
    else if (["tEXt", "zTXt", "iTXt"].includes(name)) addText(notes, name, body);
    else if (name === "IEND") break;
    at += 12 + body.length;
  }
  if (frames > 0) notes.frames = frames + (isFirstMoving ? 0 : 1);
}

function timeOf(body) {
  const [month, day, hour, minute, second] = body.subarray(2, 7);
  const two = (number) => String(number).padStart(2, "0");
  return `${body.readUInt16BE(0)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} UTC`;
}

/** PNG 1.2, 11.3.4: a keyword, then text as it is, packed, or in UTF-8 with a language. */
function addText(notes, kind, body) {
  const end = body.indexOf(0);
  const keyword = body.toString("latin1", 0, end === -1 ? body.length : end);
  const rest = end === -1 ? Buffer.alloc(0) : body.subarray(end + 1);
  const text = kind === "tEXt" ? rest : kind === "zTXt" ? unpack(rest.subarray(1)) : international(rest);
  if (text === null) note(notes, keyword, "packed, and cannot be read");
  else if (keyword === XMP_PNG) notes.xmp.push(text);
  else if (/^Raw profile type (exif|app1|xmp|iptc|8bim)$/i.test(keyword)) addProfile(notes, keyword, text);
  else note(notes, keyword, plainText(text));
}

function international(rest) {
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  if (translated === -1) return null;
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? unpack(text) : text;
}

function unpack(packed) {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_PACKED });
  } catch {
    return null;
  }
}

/** How ImageMagick keeps a block of another format: its name, its length, then its bytes as hexadecimal digits. */
function addProfile(notes, keyword, text) {
  const digits = /^\s*\S+\s+\d+\s+([\da-f\s]*)$/i.exec(text.toString("latin1"))?.[1];
  if (digits === undefined) return note(notes, keyword, plainText(text));
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
    if (marker === 0xfe) note(notes, "Comment", plainText(body));
    else if (exif) addBlock(blocks, exif.subarray(1));
    else if (marker === 0xe1) {
      const packet = behind(body, XMP_JPEG);
      if (packet) notes.xmp.push(packet);
      if (behind(body, XMP_MORE)) more.push(body.subarray(XMP_MORE_HEAD));
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  notes.exif = blocks.map((parts) => Buffer.concat(parts));
  if (more.length > 0) notes.xmp.push(Buffer.concat(more));
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
      const { body, next } = blocksFrom(bytes, at + 2);
      if (label === 0xfe) note(notes, "Comment", plainText(body));
      if (label === 0xff && bytes.toString("latin1", at + 3, at + 14) === "XMP DataXMP") {
        notes.xmp.push(bytes.subarray(at + 14, next));
      }
      at = next;
    } else if (bytes[at] === 0x2c) at = blocksFrom(bytes, at + 11 + colours(bytes.readUInt8(at + 9))).next;
    else break;
  }
}

function blocksFrom(bytes, from) {
  const parts = [];
  let at = from;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) {
    parts.push(bytes.subarray(at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { body: Buffer.concat(parts), next: at + 1 };
}
