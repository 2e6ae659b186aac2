import { FIELDS, PLACE } from "./child-exif-names.mjs";

const MAX_FIELDS = 300;
/** Of the directories behind the main one: a hostile block makes many that share their bytes. */
const MAX_FURTHER = 1000;
/** More than a value shows in the widest letters. */
export const MAX_TEXT = 4200;
const MAX_NUMBERS = 4;
const MAX_DIRECTORIES = 50;
const SIZES = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1 };
const TEXTS = new Set([2, 7, 129]);
const EXIF_AT = 0x8769;
const GPS_AT = 0x8825;
const MAKER_NOTE = 0x927c;
const THUMBNAIL_BYTES = 0x202;
const OUTSIDE = "points to outside of its block, and cannot be read";

/**
 * The fields of an EXIF block (TIFF 6.0, CIPA DC-008): the main directory, the two it may name and those that follow,
 * each read once, so that no chain of directories can loop. Omissions are reported.
 */
export function readExif(block) {
  const tiff = block && tiffOf(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  if (!tiff) return [];
  const { directories, isWhole } = chainOf(tiff);
  const [main = [], ...others] = directories;
  const pointer = (tag) => main.find((field) => field.tag === tag)?.numbers?.[0];
  const camera = readDirectory(tiff, pointer(EXIF_AT));
  const place = readDirectory(tiff, pointer(GPS_AT));
  const notes = [...named(main), ...named(camera)];
  const more = others.flatMap((fields) => [...thumbnail(fields), ...named(fields.filter((field) => field.text))]);
  const isNew = ({ name, value }) => !notes.some((note) => note.name === name && note.value === value);
  const rest = isWhole ? [] : [{ group: "EXIF", name: "Further directories", value: "not read" }];
  return [...notes, ...more.filter(isNew), ...rest, ...placed(place)];
}

function tiffOf(bytes) {
  const body = bytes.toString("latin1", 0, 4) === "Exif" ? bytes.subarray(6) : bytes;
  const order = body.toString("latin1", 0, 2);
  if (body.length < 8 || (order !== "II" && order !== "MM")) return null;
  const little = order === "II";
  const u16 = (at) => (little ? body.readUInt16LE(at) : body.readUInt16BE(at));
  const u32 = (at) => (little ? body.readUInt32LE(at) : body.readUInt32BE(at));
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  return u16(2) === 42 ? { body, little, u16, u32, view } : null;
}

/** The bytes of one field of the main directory, such as the XMP of a TIFF; null where there is none. */
export function blockIn(bytes, wanted) {
  const tiff = tiffOf(bytes);
  const start = tiff?.u32(4);
  if (!tiff || !isDirectory(tiff, start)) return null;
  for (let at = start + 2; at < start + 2 + tiff.u16(start) * 12 && at + 12 <= bytes.length; at += 12) {
    if (tiff.u16(at) !== wanted) continue;
    const length = (SIZES[tiff.u16(at + 2)] ?? 1) * tiff.u32(at + 4);
    const place = length <= 4 ? at + 8 : tiff.u32(at + 8);
    return place + length <= bytes.length ? bytes.subarray(place, place + length) : null;
  }
  return null;
}

/** The main directory and those behind it: the small picture of a photo, the further pages of a TIFF. */
function chainOf(tiff) {
  const met = new Set();
  const directories = [];
  let further = 0;
  for (let at = tiff.u32(4); isDirectory(tiff, at) && !met.has(at); ) {
    const fields = readDirectory(tiff, at);
    if (met.size > 0) further += fields.length;
    if (met.size === MAX_DIRECTORIES || further > MAX_FURTHER) return { directories, isWhole: false };
    met.add(at);
    directories.push(fields);
    const end = at + 2 + tiff.u16(at) * 12;
    at = end + 4 <= tiff.body.length ? tiff.u32(end) : 0;
  }
  return { directories, isWhole: true };
}

const isDirectory = (tiff, at) => Number.isInteger(at) && at >= 8 && at + 2 <= tiff.body.length;

function readDirectory(tiff, at) {
  if (!isDirectory(tiff, at)) return [];
  const count = tiff.u16(at);
  const fields = [];
  let index = 0;
  for (; index < Math.min(count, MAX_FIELDS) && at + 14 + index * 12 <= tiff.body.length; index += 1) {
    const field = readField(tiff, at + 2 + index * 12);
    if (field) fields.push(field);
  }
  const left = count - index;
  return left > 0 ? [...fields, { tag: null, note: ["Fields not read", `${left} of ${count}`] }] : fields;
}

function readField(tiff, at) {
  const tag = tiff.u16(at);
  const type = tiff.u16(at + 2);
  const count = tiff.u32(at + 4);
  const size = SIZES[type];
  if (!size || count === 0) return null;
  const length = size * count;
  if (tag === MAKER_NOTE) return { tag, note: ["Notes of the maker", `${length} bytes, not read`] };
  const start = length <= 4 ? at + 8 : tiff.u32(at + 8);
  if (start + length > tiff.body.length) return { tag, text: OUTSIDE };
  const bytes = tiff.body.subarray(start, start + Math.min(length, MAX_TEXT));
  const isLetters = TEXTS.has(type) || isWindows(tag) || (type === 1 && count > MAX_NUMBERS);
  if (isLetters) {
    return { tag, text: textOf(tag, bytes, tiff), isText: type === 2 || type === 129, isCut: length > MAX_TEXT };
  }
  const numbers = [];
  for (let index = 0; index < Math.min(count, MAX_NUMBERS); index += 1) {
    numbers.push(numberOf(tiff, type, start + index * size));
  }
  return { tag, numbers };
}

function numberOf({ view, little, body }, type, at) {
  if (type === 3) return view.getUint16(at, little);
  if (type === 4 || type === 13) return view.getUint32(at, little);
  if (type === 5) return view.getUint32(at, little) / view.getUint32(at + 4, little);
  if (type === 6) return view.getInt8(at);
  if (type === 8) return view.getInt16(at, little);
  if (type === 9) return view.getInt32(at, little);
  if (type === 10) return view.getInt32(at, little) / view.getInt32(at + 4, little);
  if (type === 11) return view.getFloat32(at, little);
  if (type === 12) return view.getFloat64(at, little);
  return body[at];
}

const isWindows = (tag) => tag >= 0x9c9b && tag <= 0x9c9f;

/** Windows writes UTF-16; a comment and a method begin with eight bytes that name their code. */
function textOf(tag, bytes, { little }) {
  if (isWindows(tag)) return bytes.toString("utf16le");
  const code = bytes.toString("latin1", 0, 8);
  if (code.startsWith("ASCII\0") || code === "\0\0\0\0\0\0\0\0") return plainText(bytes.subarray(8));
  if (code.startsWith("UNICODE\0")) return new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes.subarray(8));
  if (code.startsWith("JIS\0")) return `${bytes.byteLength - 8} bytes of JIS, not read`;
  return plainText(bytes);
}

/** UTF-8, as nearly all write, otherwise the set of old Windows programs, in which no byte is lost. */
export function plainText(bytes) {
  try {
    const isCut = bytes.byteLength >= MAX_TEXT;
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** What has a name; and text in fields that have none, since a person would read it. */
function named(fields) {
  return fields.flatMap(({ tag, text, numbers, note, isText, isCut }) => {
    if (note) return [{ group: "EXIF", name: note[0], value: note[1] }];
    const name = FIELDS[tag] ?? (isText ? `Field ${tag}` : null);
    const value = text ?? listed(numbers ?? []);
    return name && value ? [{ group: "EXIF", name, value, isCut }] : [];
  });
}

function thumbnail(fields) {
  const size = fields.find(({ tag }) => tag === THUMBNAIL_BYTES)?.numbers?.[0];
  return size ? [{ group: "EXIF", name: "Small picture inside", value: `${size} bytes, not shown` }] : [];
}

/** Degrees, minutes and seconds as one decimal number, south and west negative; the time as hours:minutes:seconds. */
function placed(fields) {
  const of = (tag) => fields.find((field) => field.tag === tag);
  const own = new Map();
  for (const [tag, positive, negative] of [
    [2, "N", "S"],
    [4, "E", "W"],
    [20, "N", "S"],
    [22, "E", "W"],
  ]) {
    const value = of(tag)?.numbers && degrees(of(tag).numbers, of(tag - 1)?.text, positive, negative);
    if (value) own.set(tag, value);
  }
  const altitude = of(6)?.numbers?.[0];
  const isBelow = of(5)?.numbers?.[0] === 1 || of(5)?.text?.startsWith("-");
  if (Number.isFinite(altitude)) own.set(6, `${short(isBelow ? -altitude : altitude)} m`);
  if (of(7)?.numbers) own.set(7, of(7).numbers.map(clockPart).join(":"));
  return fields.flatMap(({ tag, text, numbers, note }) => {
    if (note) return [{ group: "GPS", name: note[0], value: note[1] }];
    const value = own.get(tag) ?? text ?? listed(numbers);
    return PLACE[tag] && value && ![1, 3, 5, 19, 21].includes(tag) ? [{ group: "GPS", name: PLACE[tag], value }] : [];
  });
}

function degrees([whole, minutes = 0, seconds = 0], reference, positive, negative) {
  const known = (part) => (Number.isFinite(part) ? part : 0);
  const value = whole + known(minutes) / 60 + known(seconds) / 3600;
  if (!Number.isFinite(value)) return null;
  const side = reference?.trim().toUpperCase() ?? "";
  const number = (side.startsWith(negative) ? -value : value).toFixed(6);
  return side.startsWith(negative) || side.startsWith(positive)
    ? number
    : `${number} (not said: ${positive} or ${negative})`;
}

function clockPart(part) {
  if (!Number.isFinite(part)) return "unknown";
  const [whole, fraction] = String(short(part)).split(".");
  return fraction ? `${whole.padStart(2, "0")}.${fraction}` : whole.padStart(2, "0");
}

/** A number over zero, as cameras write what they did not measure, is unknown. */
const listed = (numbers) =>
  numbers.length > 0 && !numbers.some(Number.isFinite)
    ? "unknown"
    : numbers.filter(Number.isFinite).map(short).join(", ");

const short = (number) => String(Math.round(number * 1_000_000) / 1_000_000);
