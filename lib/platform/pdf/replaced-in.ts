import { FontBook } from "./font-book";
import { codeOf, printable } from "./unprintable";

const PLAIN = /^[\t\n\r\u0020-\u007E\u00A0-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2026]*$/;
/** What is not plain, with the sign before it, on which its marks may stand. */
const UNUSUAL = /.?[^\t\n\r\u0020-\u007E\u00A0-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2026]+/gsu;

/**
 * The characters of a text that are printed as a visible mark instead, each once and in order: `U+202E` for a character
 * that would reverse the text around it or that no face has, `U+0301 …` for a stack of such marks on one letter. Pure;
 * empty for nearly every text.
 */
export function replacedIn(text: string): string[] {
  if (PLAIN.test(text)) return [];
  const found = new Set<string>();
  for (const char of text) {
    if (printable(char) !== char) found.add(nameOf(char));
  }
  for (const [, last] of text.matchAll(/\p{M}{8}(\p{M})+/gu)) found.add(`${nameOf(last ?? "")} …`);
  const book = new FontBook();
  const sought = [...new Set(text.match(UNUSUAL))].map((part) => printable(part).replace(/\s+/g, " "));
  for (const family of ["serif", "sans", "mono"] as const) {
    for (const part of sought) for (const char of book.withoutFace(part, family, 400)) found.add(nameOf(char));
  }
  return [...found];
}

function nameOf(char: string): string {
  return codeOf(char).slice(1, -1);
}
