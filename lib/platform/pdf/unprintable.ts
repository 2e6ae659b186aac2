import { FontBook } from "./font-book";

/** The characters of a text that no font draws, so that their code is printed instead: `U+1F9FF`. */
export function replacedIn(text: string): string[] {
  const book = new FontBook();
  const drawn = book
    .split(text, "serif", 400)
    .map((piece) => piece.text)
    .join("");
  const before = new Set(text.match(/\[U\+[0-9A-F]{4,6}\]/g));
  const found = drawn.match(/\[U\+[0-9A-F]{4,6}\]/g) ?? [];
  return [...new Set(found)].filter((code) => !before.has(code)).map((code) => code.slice(1, -1));
}
