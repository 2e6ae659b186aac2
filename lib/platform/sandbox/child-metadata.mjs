import { readExif } from "./child-exif.mjs";
import { readIptc } from "./child-iptc.mjs";
import { showInvisible } from "./child-text.mjs";
import { readXmp } from "./child-xmp.mjs";

const MAX_ENTRIES = 200;
const MAX_NAME = 60;
const MAX_VALUE = 500;
const XMP_BYTES = 256 * 1024;
const CUT = " … [cut]";

/**
 * What a file says about itself as a list of { group, name, value }, in the order found. Values are cleaned of marks
 * that hide or reorder, and bounded; what was cut or left out is said. What the list says is a claim, never proof.
 * @param exif, xmp one block or several, each read by itself
 */
export function readMetadata({ exif, xmp, iptc, texts = [], pdf = [] }) {
  const found = [
    ...[exif ?? []].flat().flatMap((block) => safely("EXIF", () => readExif(block))),
    ...[xmp ?? []].flat().flatMap((block) => safely("XMP", () => grouped("XMP", readXmp(block)))),
    ...(iptc ? safely("IPTC", () => grouped("IPTC", readIptc(iptc))) : []),
    ...texts.map(({ keyword, text }) => ({ group: "Text", name: String(keyword), value: String(text) })),
    ...pdf.map(([name, value]) => ({ group: "PDF", name, value })),
  ];
  const shown = found
    .map(({ group, name, value, isCut }) => ({
      group,
      name: tidy(name, MAX_NAME) || "no name",
      value: tidy(value, MAX_VALUE, isCut),
    }))
    .filter(({ value }) => value !== "");
  if (shown.length <= MAX_ENTRIES) return shown;
  const left = { group: "Text", name: "Not listed", value: `${shown.length - MAX_ENTRIES + 1} further fields` };
  return [...shown.slice(0, MAX_ENTRIES - 1), left];
}

const grouped = (group, fields) => fields.map(({ name, value }) => ({ group, name, value }));

/** An XMP packet that lies in the clear somewhere in a file, as it does in most PDFs. */
export function findXmp(bytes) {
  const start = bytes.indexOf("<x:xmpmeta");
  return start === -1 ? [] : bytes.subarray(start, start + XMP_BYTES + 1);
}

function tidy(text, most, wasCut = false) {
  const whole = text.replace(/\0+$/, "").replace(/[\r\n\t ]+/g, " ");
  const shown = showInvisible(whole.slice(0, MAX_VALUE * 2).trim());
  const isCut = wasCut || whole.length > MAX_VALUE * 2 || shown.length > most;
  return isCut ? `${shown.slice(0, most - CUT.length)}${CUT}`.trim() : shown;
}

function safely(group, read) {
  try {
    return read();
  } catch {
    return [{ group, name: "Block", value: "there is one, and it cannot be read" }];
  }
}
