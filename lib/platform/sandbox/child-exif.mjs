const MAX_FIELDS = 300;
const MAX_TEXT = 1000;
const MAX_NUMBERS = 4;
const SIZES = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 };
const EXIF_AT = 0x8769;
const GPS_AT = 0x8825;

const MAIN = {
  270: "Description",
  271: "Make",
  272: "Model",
  274: "Orientation",
  305: "Software",
  306: "Changed at",
  315: "Artist",
  316: "Host computer",
  33432: "Copyright",
  40091: "Title",
  40092: "Comment",
  40093: "Author",
  40094: "Keywords",
  40095: "Subject",
};
const CAMERA = {
  33434: "Exposure time",
  33437: "F number",
  34855: "ISO",
  36867: "Taken at",
  36868: "Digitised at",
  36880: "Offset of change",
  36881: "Offset of taking",
  36882: "Offset of digitising",
  37386: "Focal length",
  37510: "User comment",
  40962: "Pixels across",
  40963: "Pixels down",
  42016: "Unique image id",
  42032: "Camera owner",
  42033: "Camera serial number",
  42035: "Lens make",
  42036: "Lens model",
  42037: "Lens serial number",
};
const PLACE = {
  1: "Latitude reference",
  2: "Latitude",
  3: "Longitude reference",
  4: "Longitude",
  5: "Altitude reference",
  6: "Altitude",
  7: "Time (UTC)",
  13: "Speed",
  16: "Direction reference",
  17: "Direction",
  18: "Map datum",
  27: "Method",
  29: "Date (UTC)",
  31: "Error in metres",
};

/**
 * The fields of an EXIF block (TIFF 6.0, CIPA DC-008): the main directory and the two it may name, each read once, so
 * that no chain of directories can be followed in a circle. What points outside the block is left out.
 */
export function readExif(block) {
  const tiff = block && tiffOf(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  if (!tiff) return [];
  const main = readDirectory(tiff, tiff.u32(4));
  const pointer = (tag) => main.find((field) => field.tag === tag)?.numbers?.[0];
  const camera = readDirectory(tiff, pointer(EXIF_AT));
  const place = readDirectory(tiff, pointer(GPS_AT));
  return [...named("EXIF", main, MAIN), ...named("EXIF", camera, CAMERA), ...placed(place)];
}

function tiffOf(bytes) {
  const body = bytes.toString("latin1", 0, 4) === "Exif" ? bytes.subarray(6) : bytes;
  const order = body.toString("latin1", 0, 2);
  if (body.length < 8 || (order !== "II" && order !== "MM")) return null;
  const little = order === "II";
  const u16 = (at) => (little ? body.readUInt16LE(at) : body.readUInt16BE(at));
  const u32 = (at) => (little ? body.readUInt32LE(at) : body.readUInt32BE(at));
  const i32 = (at) => (little ? body.readInt32LE(at) : body.readInt32BE(at));
  return u16(2) === 42 ? { body, little, u16, u32, i32 } : null;
}

function readDirectory(tiff, at) {
  if (at === undefined || at < 8 || at + 2 > tiff.body.length) return [];
  const count = Math.min(tiff.u16(at), MAX_FIELDS);
  const fields = [];
  for (let index = 0; index < count && at + 14 + index * 12 <= tiff.body.length; index += 1) {
    const field = readField(tiff, at + 2 + index * 12);
    if (field) fields.push(field);
  }
  return fields;
}

function readField(tiff, at) {
  const tag = tiff.u16(at);
  const type = tiff.u16(at + 2);
  const count = tiff.u32(at + 4);
  const size = SIZES[type];
  if (!size || count === 0) return null;
  const length = size * count;
  const start = length <= 4 ? at + 8 : tiff.u32(at + 8);
  if (start + length > tiff.body.length) return null;
  const bytes = tiff.body.subarray(start, start + Math.min(length, MAX_TEXT));
  if (type === 2 || type === 7 || (type === 1 && count > MAX_NUMBERS)) return { tag, text: textOf(tag, bytes, tiff) };
  const numbers = [];
  for (let index = 0; index < Math.min(count, MAX_NUMBERS); index += 1) {
    numbers.push(numberOf(tiff, type, start + index * size));
  }
  return { tag, numbers };
}

function numberOf(tiff, type, at) {
  if (type === 3 || type === 8) return tiff.u16(at);
  if (type === 4) return tiff.u32(at);
  if (type === 9) return tiff.i32(at);
  if (type === 5) return tiff.u32(at) / tiff.u32(at + 4);
  if (type === 10) return tiff.i32(at) / tiff.i32(at + 4);
  return tiff.body[at];
}

/** Windows writes UTF-16; a comment and a method begin with eight bytes that name their code. */
function textOf(tag, bytes, { little }) {
  if (tag >= 0x9c9b && tag <= 0x9c9f) return bytes.toString("utf16le");
  const code = bytes.toString("latin1", 0, 8);
  if (code.startsWith("ASCII\0") || code === "\0\0\0\0\0\0\0\0") return bytes.toString("utf8", 8);
  if (code.startsWith("UNICODE\0")) return new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes.subarray(8));
  return bytes.toString("utf8");
}

function named(group, fields, names) {
  return fields.flatMap((field) => {
    const value = field.text ?? field.numbers.filter(Number.isFinite).map(short).join(", ");
    return names[field.tag] && value ? [{ group, name: names[field.tag], value }] : [];
  });
}

/** Degrees, minutes and seconds as one decimal number, south and west negative; the time as hours:minutes:seconds. */
function placed(fields) {
  const of = (tag) => fields.find((field) => field.tag === tag);
  const negative = (tag, letter) => of(tag)?.text?.toUpperCase().startsWith(letter) || of(tag)?.numbers?.[0] === 1;
  const degrees = (tag, refTag, letter) => {
    const [whole, minutes = 0, seconds = 0] = of(tag)?.numbers ?? [];
    const value = whole + minutes / 60 + (Number.isFinite(seconds) ? seconds / 3600 : 0);
    return Number.isFinite(value) ? [[tag, ((negative(refTag, letter) ? -1 : 1) * value).toFixed(6)]] : [];
  };
  const altitude = of(6)?.numbers?.[0];
  const own = new Map([
    ...degrees(2, 1, "S"),
    ...degrees(4, 3, "W"),
    ...(Number.isFinite(altitude) ? [[6, `${short(negative(5, "-") ? -altitude : altitude)} m`]] : []),
    ...(of(7)?.numbers
      ? [
          [
            7,
            of(7)
              .numbers.map((part) => String(Math.floor(part)).padStart(2, "0"))
              .join(":"),
          ],
        ]
      : []),
  ]);
  return fields.flatMap((field) => {
    const name = PLACE[field.tag];
    const value = own.get(field.tag) ?? field.text ?? field.numbers.filter(Number.isFinite).map(short).join(", ");
    return name && value && ![1, 3, 5].includes(field.tag) ? [{ group: "GPS", name, value }] : [];
  });
}

const short = (number) => String(Math.round(number * 1_000_000) / 1_000_000);
