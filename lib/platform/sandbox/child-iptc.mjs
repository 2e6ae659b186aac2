import { plainText } from "./child-exif.mjs";

const MAX_BYTES = 64 * 1024;
const MAX_FOUND = 1000;

/** Names of IPTC-IIM record 2. Those that are numbers of a newsroom have none and are shown by their number. */
const NAMES = new Map([
  [5, "Title"],
  [15, "Category"],
  [20, "Further category"],
  [25, "Keywords"],
  [40, "Instructions"],
  [55, "Date created"],
  [60, "Time created"],
  [62, "Date digitised"],
  [63, "Time digitised"],
  [65, "Program"],
  [70, "Program version"],
  [80, "By-line"],
  [85, "By-line title"],
  [90, "City"],
  [92, "Place"],
  [95, "State"],
  [100, "Country code"],
  [101, "Country"],
  [103, "Reference"],
  [105, "Headline"],
  [110, "Credit"],
  [115, "Source"],
  [116, "Copyright"],
  [118, "Contact"],
  [120, "Caption"],
  [122, "Writer"],
]);
/** Versions and previews: binary data. */
const BINARY = new Set([0, 200, 201, 202]);

/** The fields of record 2 (IPTC-IIM 4.2) as `{ name, value }`, wherever they are in the block. */
export function readIptc(block) {
  const bytes = Buffer.from(block.subarray(0, MAX_BYTES));
  const found = [];
  let at = bytes.indexOf("\x1c\x02", 0, "latin1");
  while (at !== -1 && at + 5 <= bytes.length && found.length < MAX_FOUND) {
    const length = bytes.readUInt16BE(at + 3);
    const end = at + 5 + length;
    const isField = length < 0x8000 && end <= bytes.length;
    const number = bytes[at + 2];
    if (isField && !BINARY.has(number)) {
      found.push({ name: NAMES.get(number) ?? `Field 2:${number}`, value: plainText(bytes.subarray(at + 5, end)) });
    }
    // Behind a whole field, so that what it says is not taken for another one.
    at = bytes.indexOf("\x1c\x02", isField ? end : at + 2, "latin1");
  }
  if (at !== -1 || block.byteLength > MAX_BYTES) found.push({ name: "Rest of the block", value: "not read" });
  return found;
}
