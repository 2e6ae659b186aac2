import { readExif } from "./child-exif.mjs";
import { showInvisible } from "./child-text.mjs";

const MAX_ENTRIES = 200;
const MAX_VALUE = 500;
const XMP_BYTES = 256 * 1024;
const IPTC_BYTES = 64 * 1024;

/** Names of IPTC-IIM record 2 that say who, when, where or with what. */
const IPTC = new Map([
  [5, "Title"],
  [25, "Keywords"],
  [55, "Date created"],
  [60, "Time created"],
  [65, "Program"],
  [80, "By-line"],
  [90, "City"],
  [95, "State"],
  [101, "Country"],
  [105, "Headline"],
  [110, "Credit"],
  [115, "Source"],
  [116, "Copyright"],
  [120, "Caption"],
]);

const XMP =
  /\b(xmp:(?:CreatorTool|CreateDate|ModifyDate|MetadataDate)|dc:(?:title|creator|description|rights)|photoshop:(?:DateCreated|City|Country|Credit|Source)|pdf:(?:Producer|Keywords)|xmpMM:(?:DocumentID|InstanceID|OriginalDocumentID)|exif:(?:DateTimeOriginal|GPSLatitude|GPSLongitude)|tiff:(?:Make|Model))\s*(?:=\s*["']([^"']{1,2000})["']|>([\s\S]{1,4000}?)<\/)/g;

/**
 * What a file says about itself as a list of { group, name, value }, in the order found. Values are cleaned of marks
 * that hide or reorder, and bounded. What the list says is a claim of the file, never proof.
 */
export function readMetadata({ exif, xmp, iptc, texts = [], pdf = [] }) {
  const found = [
    ...safely(() => readExif(exif)),
    ...safely(() => readXmp(xmp)),
    ...safely(() => readIptc(iptc)),
    ...texts.map(({ keyword, text }) => ({ group: "Text", name: String(keyword), value: String(text) })),
    ...pdf.map(([name, value]) => ({ group: "PDF", name, value })),
  ];
  return found
    .map(({ group, name, value }) => ({ group, name: tidy(name).slice(0, 60), value: tidy(value) }))
    .filter(({ name, value }) => name !== "" && value !== "")
    .slice(0, MAX_ENTRIES);
}

/** An XMP packet that lies in the clear somewhere in a file, as it does in most PDFs. */
export function findXmp(bytes) {
  const start = bytes.indexOf("<x:xmpmeta");
  return start === -1 ? undefined : bytes.subarray(start, start + XMP_BYTES);
}

function readXmp(xmp) {
  if (!xmp) return [];
  const text = Buffer.from(xmp).toString("utf8", 0, XMP_BYTES);
  const entries = [];
  for (const [, name, attribute, element] of text.matchAll(XMP)) {
    const value = attribute ?? element.replace(/<[^>]{0,500}>/g, " ").trim();
    if (!entries.some((one) => one.name === name && one.value === value)) entries.push({ group: "XMP", name, value });
    if (entries.length >= MAX_ENTRIES) break;
  }
  return entries;
}

function readIptc(iptc) {
  if (!iptc) return [];
  const bytes = Buffer.from(iptc).subarray(0, IPTC_BYTES);
  const entries = [];
  for (let at = bytes.indexOf("\x1c\x02", 0, "latin1"); at !== -1 && at + 5 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 3);
    const name = IPTC.get(bytes[at + 2]);
    const end = at + 5 + length;
    if (name && length < 0x8000 && end <= bytes.length) {
      entries.push({ group: "IPTC", name, value: decode(bytes.subarray(at + 5, end)) });
    }
    at = bytes.indexOf("\x1c\x02", at + 2, "latin1");
    if (entries.length >= MAX_ENTRIES) break;
  }
  return entries;
}

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

function tidy(text) {
  const whole = text.replace(/\0+$/, "").slice(0, MAX_VALUE * 2);
  return showInvisible(whole.replace(/[\r\n\t ]+/g, " ").trim()).slice(0, MAX_VALUE);
}

function safely(read) {
  try {
    return read();
  } catch {
    return [];
  }
}
