import { type Atom, atomsOf, type PageNumbers } from "./atoms";
import type { FontBook } from "./font-book";
import type { Inline, Rich } from "./rich-text";
import { styleKey, type TextStyle } from "./style";

/** One line of atoms in the order in which they are drawn, left to right. */
export type Line = { atoms: readonly Atom[]; width: number };

/** Wraps rich text, ragged right. What touches stays together; only a word wider than the line is cut. */
export function wrap(rich: Rich, style: TextStyle, width: number, book: FontBook, pages: PageNumbers): readonly Line[] {
  // A document is laid out several times over, and most of its words stay where they were.
  const numbers = typeof rich === "string" ? "" : rich.flatMap((inline) => numberOf(inline, pages)).join(",");
  return book.kept(`${styleKey(style)}|${width}|${numbers}`, rich, () => wrapAfresh(rich, style, width, book, pages));
}

function numberOf(inline: Inline, pages: PageNumbers): number[] {
  return typeof inline === "object" && inline.t === "page" ? [pages.get(inline.to) ?? 0] : [];
}

function wrapAfresh(rich: Rich, style: TextStyle, width: number, book: FontBook, pages: PageNumbers): Line[] {
  const lines: Line[] = [];
  let current: Atom[] = [];
  let used = 0;
  const end = (between: Atom | null = null) => {
    let space = between;
    while (current.at(-1)?.t === "space") space = current.pop() ?? space;
    const line = visual(current);
    // A space at the end of a line shows nothing; one who listens or copies hears two words and not one.
    if (space && "run" in space && space.run && current.length > 0) {
      lines.push({ ...line, atoms: [...line.atoms, space] });
    } else lines.push(line);
    current = [];
    used = 0;
  };
  for (const chunk of chunksOf(atomsOf(rich, style, book, pages))) {
    const first = chunk[0];
    if (!first) continue;
    if (first.t === "break") end(spaceOf(style, book));
    else if (first.t === "space") {
      if (current.length > 0) {
        current.push(first);
        used += first.width;
      }
    } else {
      for (const part of fit(chunk, width, book)) {
        const size = widthOf(part);
        if (current.length > 0 && used + size > width + 0.01) end();
        current.push(...part);
        used += size;
      }
    }
  }
  if (current.length > 0 || lines.length === 0) end();
  return lines;
}

function spaceOf(style: TextStyle, book: FontBook): Atom | null {
  const [piece] = book.split(" ", style.family, style.weight);
  if (!piece) return null;
  const run = book.shape(piece.face, " ", false);
  return { t: "space", run, size: style.size, width: (run.advance * style.size) / 1000, level: 0 };
}

function chunksOf(atoms: readonly Atom[]): Atom[][] {
  const chunks: Atom[][] = [];
  for (const atom of atoms) {
    const last = chunks.at(-1);
    const apart = (a: Atom | undefined) => !a || a.t === "space" || a.t === "break";
    if (last && !apart(atom) && !apart(last[0])) last.push(atom);
    else chunks.push([atom]);
  }
  return chunks;
}

export function widthOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.width, 0);
}

/** Cuts a chunk that is wider than a line, first between atoms, then between letters. */
function fit(chunk: Atom[], width: number, book: FontBook): Atom[][] {
  if (widthOf(chunk) <= width + 0.01) return [chunk];
  const parts: Atom[][] = [];
  let part: Atom[] = [];
  for (const atom of chunk.flatMap((piece) =>
    piece.width > width || piece.width > 24 ? letters(piece, book) : [piece],
  )) {
    if (part.length > 0 && widthOf(part) + atom.width > width) {
      parts.push(part);
      part = [];
    }
    part.push(atom);
  }
  parts.push(part);
  return parts;
}

const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Letters that are joined in writing stay joined as far as they can: they are cut by the dozen. */
const JOINED = 12;

function letters(atom: Atom, book: FontBook): Atom[] {
  if (atom.t !== "run") return [atom];
  const signs = [...clusters.segment(atom.run.text)].map(({ segment }) => segment);
  const step = atom.run.rtl ? JOINED : 1;
  return Array.from({ length: Math.ceil(signs.length / step) }, (_, i) => {
    const text = signs.slice(i * step, i * step + step).join("");
    const run = book.shape(atom.run.face, text, atom.run.rtl);
    return { ...atom, run, width: (run.advance * atom.size) / 1000 };
  });
}

/** Puts the atoms of a line in the order of drawing (rule L2 of the bidirectional algorithm). */
function visual(atoms: readonly Atom[]): Line {
  const width = widthOf(atoms);
  const top = atoms.reduce((max, atom) => Math.max(max, atom.level), 0);
  if (top === 0) return { atoms, width };
  const order = [...atoms];
  for (let level = top; level >= 1; level--) {
    let from = 0;
    while (from < order.length) {
      if ((order[from]?.level ?? 0) < level) {
        from++;
        continue;
      }
      let to = from;
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return { atoms: order, width };
}
