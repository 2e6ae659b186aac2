import { plainAtoms } from "./atoms";
import type { FontBook } from "./font-book";
import { type Line, widthOf } from "./lines";
import type { TextStyle } from "./style";

const MARK = "…";
/** No line of print holds more characters than this. */
const MOST_CHARS = 600;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most so many lines; where something is left out, the last one ends in a mark that says so. */
export function clipLines(
  lines: readonly Line[],
  most: number,
  { style, width, book }: { style: TextStyle; width: number; book: FontBook },
): readonly Line[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, Math.max(1, most));
  const mark = plainAtoms(MARK, style, book);
  const room = width - widthOf(mark);
  const atoms = [...(kept.pop()?.atoms ?? [])];
  while (atoms.length > 1 && (atoms.at(-1)?.t === "space" || widthOf(atoms) > room)) atoms.pop();
  const last = [...atoms, ...mark];
  return [...kept, { atoms: last, width: widthOf(last) }];
}

/** One line of plain text no wider than this; where something is left out, it ends in a mark that says so. */
export function clipText(text: string, style: TextStyle, width: number, book: FontBook): string {
  const wide = (some: string) => widthOf(plainAtoms(some, style, book)) > width;
  if (text.length <= MOST_CHARS && !wide(text)) return text;
  const signs = [...clusters.segment(text.slice(0, MOST_CHARS))].map(({ segment }) => segment);
  let fits = 0;
  let tooMany = signs.length + 1;
  while (tooMany - fits > 1) {
    const half = (fits + tooMany) >> 1;
    if (wide(`${signs.slice(0, half).join("").trimEnd()}${MARK}`)) tooMany = half;
    else fits = half;
  }
  return `${signs.slice(0, fits).join("").trimEnd()}${MARK}`;
}
