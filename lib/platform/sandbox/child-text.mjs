const MAX_LINES = 4000;
const MAX_LINE = 2000;
const MAX_CHARACTERS = 400_000;

/**
 * Characters that reorder or hide text, as a regex class. They are written out, so that a printed line shows what the
 * bytes contain; the parent process rejects them in an answer.
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

/**
 * Text added by a reader to untrusted text is enclosed in two noncharacters (Unicode, 23.7) until the words were
 * compared: otherwise untrusted text could imitate ours and be skipped.
 */
export const asOurs = (words) => `\uFDD0${asTheirs(words)}\uFDD1`;
export const asTheirs = (words) => words.replace(/[\uFDD0\uFDD1]/g, "\uFFFD");
export const withoutOurs = (text) => text.replace(/\uFDD0[^\uFDD1]*\uFDD1/g, " ");
export const unmarked = (text) => text.replace(/[\uFDD0\uFDD1]/g, "");
