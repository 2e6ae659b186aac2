import bidiFactory from "bidi-js";
import type { FontBook, GlyphRun } from "./font-book";
import { type Inline, inlines, type Rich } from "./rich-text";
import { MM, styleKey, styles, type TextStyle } from "./style";
import { drawable } from "./unprintable";

/** The smallest thing that a line is made of. Atoms that touch stay on one line. */
export type Atom =
  | { t: "run"; run: GlyphRun; size: number; width: number; level: number; link?: string }
  | { t: "space"; run: GlyphRun | null; size: number; width: number; level: number; link?: string }
  | { t: "mark"; run: GlyphRun; size: number; width: number; level: number; dark: boolean }
  | { t: "blank"; width: number; level: number }
  | { t: "check"; width: number; level: number }
  | { t: "break"; width: number; level: number };

/** Page numbers known from the pass before; a place not known yet counts as page 0. */
export type PageNumbers = ReadonlyMap<string, number>;

type Piece = { text: string; style: TextStyle; link?: string };

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Spaces and words; a section sign stays with its number. */
const WORDS = /[ \t\r\n]+|(?:§+ )?[^ \t\r\n]+/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const LONGEST_BIT = 120;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Shapes rich text into atoms: fonts chosen, joined forms made, direction of every run known. */
export function atomsOf(rich: Rich, style: TextStyle, book: FontBook, pages: PageNumbers): Atom[] {
  const list = inlines(rich);
  const texts = list.map((inline) => textOf(inline, pages));
  const levels = levelsOf(texts.join(""));
  const atoms: Atom[] = [];
  let at = 0;
  list.forEach((inline, i) => {
    const text = texts[i] ?? "";
    if (typeof inline === "object" && isShape(inline)) atoms.push(...shapeAtoms(inline, style, book));
    else {
      const link =
        typeof inline === "object" && (inline.t === "page" || inline.t === "link") ? { link: inline.to } : {};
      atoms.push(...textAtoms({ text, style: styleOf(inline, style), ...link }, at, levels, book));
    }
    at += text.length;
  });
  return atoms;
}

/** A single line of text with no breaks, for heads, feet and labels. */
export function plainAtoms(text: string, style: TextStyle, book: FontBook): readonly Atom[] {
  return book.kept(`${styleKey(style)}|plain`, text, () => atomsOf(text, style, book, new Map()));
}

function isShape(inline: Exclude<Inline, string>): boolean {
  return inline.t === "mark" || inline.t === "blank" || inline.t === "check" || inline.t === "break";
}

function textOf(inline: Inline, pages: PageNumbers): string {
  if (typeof inline === "string") return drawable(inline);
  if (inline.t === "page") return String(pages.get(inline.to) ?? 0);
  // A neutral character holds the place of a shape, so that the text around it keeps its direction.
  return isShape(inline) ? "\uFFFC" : "text" in inline ? drawable(inline.text) : "";
}

function styleOf(inline: Inline, style: TextStyle): TextStyle {
  if (typeof inline === "string") return style;
  if (inline.t === "strong") return variant(strongs, style, () => ({ ...style, weight: 600 }));
  if (inline.t === "mono") {
    return variant(monos, style, () => ({ ...style, family: "mono", weight: 400, size: style.size * 0.906 }));
  }
  return style;
}

const strongs = new WeakMap<TextStyle, TextStyle>();
const monos = new WeakMap<TextStyle, TextStyle>();

function variant(known: WeakMap<TextStyle, TextStyle>, style: TextStyle, make: () => TextStyle): TextStyle {
  const before = known.get(style);
  if (before) return before;
  const made = make();
  known.set(style, made);
  return made;
}

function levelsOf(text: string): Uint8Array | null {
  return RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, "ltr").levels : null;
}

function shapeAtoms(inline: Exclude<Inline, string>, style: TextStyle, book: FontBook): Atom[] {
  if (inline.t === "blank") return [{ t: "blank", width: inline.mm * MM, level: 0 }];
  if (inline.t === "break") return [{ t: "break", width: 0, level: 0 }];
  if (inline.t === "check") {
    const label = inline.label ? textAtoms({ text: `\u00A0${inline.label}`, style }, 0, null, book) : [];
    return [{ t: "check", width: 3 * MM + (label.length > 0 ? 2 : 0), level: 0 }, ...label];
  }
  if (inline.t !== "mark") return [];
  return textAtoms({ text: inline.text, style: styles.mark }, 0, null, book).flatMap((atom) =>
    atom.t === "run"
      ? [{ t: "mark" as const, run: atom.run, size: atom.size, width: atom.width + 6.2, level: 0, dark: inline.dark }]
      : [],
  );
}

function textAtoms(piece: Piece, start: number, levels: Uint8Array | null, book: FontBook): Atom[] {
  const atoms: Atom[] = [];
  // Nearly every text runs in one direction and has no link: its words are built once and reused.
  const way = levels || piece.link ? null : styleKey(piece.style);
  for (const match of piece.text.matchAll(WORDS)) {
    const word = match[0];
    const from = start + match.index;
    const make = () =>
      SPACE.test(word)
        ? spaceAtoms(word, piece, levels?.[from] ?? 0, book)
        : wordAtoms(word, piece, from, levels, book);
    for (const atom of way === null ? make() : book.kept(way, word, make)) atoms.push(atom);
  }
  return atoms;
}

/** One atom for each space, so that what was typed with two keeps two; a line break is its own atom. */
function spaceAtoms(text: string, piece: Piece, level: number, book: FontBook): Atom[] {
  const breaks = text.match(/\n/g);
  if (breaks) return breaks.map(() => ({ t: "break", width: 0, level: 0 }));
  const part = book.split(" ", piece.style.family, piece.style.weight)[0];
  const run = part ? book.shape(part.face, " ", false) : null;
  const width = ((run?.advance ?? 250) * piece.style.size) / 1000;
  return Array.from(text, () => ({ t: "space", run, size: piece.style.size, width, level, ...linkOf(piece) }));
}

function wordAtoms(word: string, piece: Piece, start: number, levels: Uint8Array | null, book: FontBook): Atom[] {
  const bits = sameLevel(word, start, levels).flatMap(({ text, level }) =>
    book
      .split(text.replaceAll("\u00A0", " "), piece.style.family, piece.style.weight)
      .flatMap((part) => breakable(part.text).map((bit) => ({ bit, face: part.face, level }))),
  );
  return bits.flatMap(({ bit, face, level }, i): Atom[] => {
    const rtl = level % 2 === 1;
    const run = book.shape(face, rtl ? forDrawing(bit) : bit, rtl);
    const { size } = piece.style;
    const atom: Atom = { t: "run", run, size, width: (run.advance * size) / 1000, level, ...linkOf(piece) };
    const before = bits[i - 1];
    if (!before || !mayBreak(before.bit, bit)) return [atom];
    return [{ t: "space", run: null, size, width: 0, level }, atom];
  });
}

const SPACE = /^[ \t\r\n]/;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}、。，．！？：；!?:;,.]/u;

/** Whether a line may end between two bits of a word: at an ideograph, and not at its punctuation. */
function mayBreak(before: string, after: string): boolean {
  return (IDEOGRAPH.test(before) || IDEOGRAPH.test(after)) && !OPENING.test(before) && !CLOSING.test(after);
}

function linkOf(piece: Piece): { link?: string } {
  return piece.link ? { link: piece.link } : {};
}

function sameLevel(word: string, start: number, levels: Uint8Array | null): { text: string; level: number }[] {
  if (!levels) return [{ text: word, level: 0 }];
  const parts: { text: string; level: number }[] = [];
  for (let i = 0; i < word.length; i++) {
    const level = levels[start + i] ?? 0;
    const last = parts.at(-1);
    if (last && last.level === level) last.text += word[i];
    else parts.push({ text: word[i] ?? "", level });
  }
  return parts;
}

/** A line may break between ideographs, so each becomes a separate part. An endless word is shaped in parts. */
function breakable(text: string): string[] {
  if (text.length > LONGEST_BIT) return inBits(text).flatMap(breakable);
  if (!IDEOGRAPH.test(text)) return [text];
  const bits: string[] = [];
  for (const { segment } of clusters.segment(text)) {
    const last = bits.at(-1);
    if (last !== undefined && !IDEOGRAPH.test(segment) && !IDEOGRAPH.test(last)) bits[bits.length - 1] = last + segment;
    else bits.push(segment);
  }
  return bits;
}

function inBits(text: string): string[] {
  const bits: string[] = [];
  let bit = "";
  for (const { segment } of clusters.segment(text)) {
    if (bit !== "" && bit.length + segment.length > LONGEST_BIT) {
      bits.push(bit);
      bit = "";
    }
    // A heap of marks on one letter has no end either, and is no sign that anybody reads.
    for (let at = 0; at < segment.length || at === 0; at += LONGEST_BIT) {
      if (at > 0) {
        bits.push(bit);
        bit = "";
      }
      bit += segment.slice(at, at + LONGEST_BIT);
    }
  }
  return [...bits, bit];
}

/** Mirrors brackets; reverses runs without a direction of their own, which the shaper leaves alone. */
function forDrawing(text: string): string {
  if (text.startsWith("[U+")) return text;
  const mirrored = [...clusters.segment(text)].map(({ segment }) => bidi.getMirroredCharacter(segment) ?? segment);
  return RIGHT_TO_LEFT.test(text) ? mirrored.join("") : mirrored.reverse().join("");
}
