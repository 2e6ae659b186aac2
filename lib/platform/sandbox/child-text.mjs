const MAX_LINES = 4000;
const MAX_LINE = 2000;
const MAX_CHARACTERS = 400_000;

/**
 * Marks that reorder or hide what a reader sees, as a class of a pattern. They are written out, so that a printed line
 * says what the bytes say; whoever takes our answer refuses them.
 */
export const HIDING = "\\p{Cc}\\u200B\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB";
const INVISIBLE = new RegExp(`[${HIDING}]`, "gu");

export function decodeText(bytes, charset) {
  try {
    return new TextDecoder(charset || "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Lines ready to be set in type, and whether anything was left out. */
export function toLines(text) {
  const kept = text.slice(0, MAX_CHARACTERS);
  const all = kept.split(/\r\n|\n|\r/);
  const lines = all.slice(0, MAX_LINES).map((line) => showInvisible(line).slice(0, MAX_LINE));
  const cut = kept.length < text.length || all.length > MAX_LINES || all.some((line) => line.length > MAX_LINE);
  while (lines.at(-1) === "") lines.pop();
  return { lines, cut };
}

export function showInvisible(text) {
  return text
    .replaceAll("\t", "    ")
    .replace(INVISIBLE, (mark) => `[U+${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}
