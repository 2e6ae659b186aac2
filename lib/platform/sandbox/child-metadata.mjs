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
 * A file's metadata as a list of { group, name, value }, in the order found. Values are cleaned of marks that hide or
 * reorder, and limited; what was cut or omitted is reported. The list is a claim, never proof.
 * @param exif, xmp one block or several, each read separately
 * @param unlisted how many texts there are besides `texts`
 */
export function readMetadata({ exif, xmp, iptc, texts = [], pdf = [], unlisted = 0 }) {
  const found = [
    ...[exif ?? []].flat().flatMap((block) => safely("EXIF", () => readExif(block))),
    ...[xmp ?? []].flat().flatMap((block) => safely("XMP", () => grouped("XMP", readXmp(block)))),
    ...(iptc ? safely("IPTC", () => grouped("IPTC", readIptc(iptc))) : []),
    ...texts.map(({ keyword, text, isCut }) => ({ group: "Text", name: keyword, value: text, isCut })),
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
  const left = shown.length - MAX_ENTRIES + 1 + unlisted;
  return [...shown.slice(0, MAX_ENTRIES - 1), { group: "Text", name: "Not listed", value: `${left} further fields` }];
}

const grouped = (group, fields) => fields.map(({ name, value }) => ({ group, name, value }));

/** An unencrypted XMP packet somewhere in a file, as in most PDFs. */
export function findXmp(bytes) {
  const start = bytes.indexOf("<x:xmpmeta");
  return start === -1 ? [] : bytes.subarray(start, start + XMP_BYTES + 1);
}

function tidy(text, most, wasCut = false) {
  const whole = text.slice(0, endOfWords(text)).replace(/[\r\n\t ]+/g, " ");
  const shown = showInvisible(whole.slice(0, MAX_VALUE * 2).trim());
  const isCut = wasCut || whole.length > MAX_VALUE * 2 || shown.length > most;
  return isCut ? `${shown.slice(0, most - CUT.length)}${CUT}`.trim() : shown;
}

/**
 * A text may be padded with zeros. Not a regular expression: that would search for the end again from each zero inside.
 */
function endOfWords(text) {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return end;
}

function safely(group, read) {
  try {
    return read();
  } catch {
    return [{ group, name: "Block", value: "there is one, and it cannot be read" }];
  }
}
