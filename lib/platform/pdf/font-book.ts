import { create, type Font } from "fontkit";
import { bytesOf, claims, type Family, type FontFile, filesFor, type Weight } from "./font-files";
import { codeOf } from "./unprintable";

/**
 * A glyph placed in a run, and the text that it represents. Advances and shifts are in thousandths of the type size.
 */
export type PlacedGlyph = { id: number; text: string; width: number; advance: number; dx: number; dy: number };

/**
 * Glyphs of one font file, in the order in which they are drawn. `text` is in reading order;
 * `reordered` says that the glyphs one by one would not read as the text. Right-to-left runs are left to
 * the reader, which expects them in the order of drawing.
 */
export type GlyphRun = {
  face: Face;
  glyphs: readonly PlacedGlyph[];
  advance: number;
  text: string;
  rtl: boolean;
  reordered: boolean;
};

/**
 * One font file, read, the glyphs that were placed from it and the runs of everyday words. It is the same for every
 * document of the process.
 */
export type Face = { key: string; font: Font; placed: Map<string, PlacedGlyph>; everyday: Map<string, GlyphRun> };

type Pieces = readonly { face: Face; text: string }[];

/** Characters that Unicode defines as invisible: joiners, direction marks, variation selectors. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
const EMOJI_SHOWN = /\p{Emoji_Presentation}|\uFE0F/u;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

const ASCII = /^[ -~]*$/;
const signs = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
/** A common word identifies nobody, so its run is cached across documents. */
const EVERYDAY = /^[a-z]{1,24}[.,:;]?$/;
const mostEveryday = 20_000;
const mostClusters = 20_000;
const longCluster = 8;

const faces = new Map<string, Face>();
/** The face of each sign and style, and the face of a style that has the whole of ASCII, if one has. */
const clusterFaces = new Map<string, Face | null>();
const asciiFaces = new Map<string, Face | null>();

/**
 * Finds a font for every character and shapes runs of text. What it found it keeps, for as long as a document is laid
 * out; `kept` holds what others made of it, by a key of theirs.
 */
export class FontBook {
  private readonly chosen = new Map<string, Face | null>();
  private readonly shaped = new Map<string, GlyphRun>();
  private readonly parted = new Map<string, Pieces>();
  private readonly made = new Map<string, Map<unknown, unknown>>();

  /**
   * What was made of this before in this way, or is made now. The way has to say all that the result depends on but
   * the text or list itself.
   */
  kept<T>(way: string, of: string | object, make: () => T): T {
    const ofWay = this.made.get(way) ?? new Map<unknown, unknown>();
    this.made.set(way, ofWay);
    const known = ofWay.get(of);
    if (known !== undefined) return known as T;
    const value = make();
    ofWay.set(of, value);
    return value;
  }

  /**
   * Splits text into pieces that one font file can draw. A character that no font has becomes its
   * code, as in `[U+1F9FF]`, never an empty box and never nothing.
   */
  split(text: string, family: Family, weight: Weight): Pieces {
    const plain = text !== "" && ASCII.test(text) ? this.asciiFace(family, weight) : null;
    if (plain) return [{ face: plain, text }];
    const id = `${family}${weight}|${text}`;
    const known = this.parted.get(id);
    if (known) return known;
    const pieces = this.part(text, family, weight);
    this.parted.set(id, pieces);
    return pieces;
  }

  private asciiFace(family: Family, weight: Weight): Face | null {
    const id = `${family}${weight}`;
    const known = asciiFaces.get(id);
    if (known !== undefined) return known;
    const found = new Set(signs.map((sign) => this.faceFor(sign, family, weight)));
    const [face = null] = found.size === 1 ? found : [];
    asciiFaces.set(id, face);
    return face;
  }

  private part(text: string, family: Family, weight: Weight): Pieces {
    const pieces: { face: Face; text: string }[] = [];
    const put = (face: Face, part: string) => {
      const last = pieces.at(-1);
      if (last?.face === face) last.text += part;
      else pieces.push({ face, text: part });
    };
    for (const { segment } of clusters.segment(text.normalize("NFC"))) {
      const whole = this.faceFor(segment, family, weight);
      if (whole) put(whole, segment);
      else for (const char of segment) this.putChar(char, family, weight, put);
    }
    return pieces;
  }

  /** Lets go of all that was kept, once a document is laid out. */
  forget(): void {
    for (const map of [this.chosen, this.shaped, this.parted, this.made]) map.clear();
  }

  /** The characters that no face of this style has, in order. */
  withoutFace(text: string, family: Family, weight: Weight): string[] {
    return [...clusters.segment(text.normalize("NFC"))].flatMap(({ segment }) =>
      this.faceFor(segment, family, weight)
        ? []
        : [...segment].filter((char) => char.replace(IGNORED, "") !== "" && !this.faceFor(char, family, weight)),
    );
  }

  private putChar(char: string, family: Family, weight: Weight, put: (face: Face, part: string) => void): void {
    if (char.replace(IGNORED, "") === "") return;
    const face = this.faceFor(char, family, weight);
    if (face) {
      put(face, char);
      return;
    }
    const plain = this.faceFor("U", family, weight);
    if (plain) put(plain, codeOf(char));
  }

  /** Shapes one piece: ligatures, joined forms, kerning, marks. `rtl` gives the order of drawing. */
  shape(face: Face, text: string, rtl: boolean): GlyphRun {
    const everyday = !rtl && EVERYDAY.test(text);
    const [kept, most] = everyday ? [face.everyday, mostEveryday] : [this.shaped, Number.POSITIVE_INFINITY];
    const id = everyday ? text : `${face.key}|${rtl ? "r" : "l"}|${text}`;
    return keptIn(kept, most, id, () => shapeRun(face, text, rtl));
  }

  private faceFor(cluster: string, family: Family, weight: Weight): Face | null {
    const long = cluster.length > longCluster;
    const [kept, most] = long ? [this.chosen, Number.POSITIVE_INFINITY] : [clusterFaces, mostClusters];
    return keptIn(kept, most, `${family}${weight}|${cluster}`, () => this.lookUp(cluster, family, weight));
  }

  private lookUp(cluster: string, family: Family, weight: Weight): Face | null {
    const points = [...cluster.replace(IGNORED, "")].map((char) => char.codePointAt(0) ?? 0);
    const [first] = points;
    if (first === undefined) return null;
    for (const file of filesFor(first, { family, weight, emojiFirst: EMOJI_SHOWN.test(cluster) })) {
      if (!points.every((point) => claims(file, point))) continue;
      const face = open(file);
      if (points.every((point) => face.font.hasGlyphForCodePoint(point)) && draws(face, cluster)) return face;
    }
    return null;
  }
}

/** What is full is emptied: who writes in every script of the world is slower, and no process grows without end. */
function keptIn<T>(kept: Map<string, T>, most: number, id: string, make: () => T): T {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= most) kept.clear();
  kept.set(id, made);
  return made;
}

function open(file: FontFile): Face {
  const known = faces.get(file.key);
  if (known) return known;
  const face: Face = { key: file.key, font: readFont(bytesOf(file)), placed: new Map(), everyday: new Map() };
  faces.set(file.key, face);
  return face;
}

function readFont(bytes: Buffer): Font {
  const font = create(bytes);
  if (!("layout" in font)) throw new Error("a face is a collection, not a font");
  rememberByText(font);
  return font;
}

/** The font library caches each glyph with the first text it represented. This caches one per text. */
function rememberByText(font: Font): void {
  const known = new Map<string, unknown>();
  const make = font.getGlyph.bind(font);
  Reflect.set(font, "getGlyph", (id: number, points: number[] = []) => {
    const key = `${id}|${points.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    Reflect.set(font, "_glyphs", {});
    const glyph = make(id, points);
    known.set(key, glyph);
    return glyph;
  });
}

type LaidOut = {
  glyphs: readonly { id: number; advanceWidth: number; codePoints: readonly number[] }[];
  positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[];
};

/** Some heaps of marks make the shaper fail: they are then drawn without placing marks, or letter by letter. */
function layOut(face: Face, text: string): LaidOut {
  const plain = text.replace(IGNORED, (c) => (c === "\u200D" || c === "\u200C" ? c : ""));
  for (const features of [undefined, unplaced]) {
    try {
      return face.font.layout(plain, features) as unknown as LaidOut;
    } catch {}
  }
  const glyphs = face.font.glyphsForString(plain);
  return { glyphs, positions: glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, xOffset: 0, yOffset: 0 })) };
}

/** Everything that moves a glyph to or from another one. */
const unplaced = { kern: false, mark: false, mkmk: false, curs: false, abvm: false, blwm: false, dist: false };

function draws(face: Face, cluster: string): boolean {
  return layOut(face, cluster).glyphs.every((glyph) => glyph.id !== 0 || glyph.codePoints.every(isJoiner));
}

function isJoiner(point: number): boolean {
  return point === 0x200c || point === 0x200d;
}

function shapeRun(face: Face, text: string, rtl: boolean): GlyphRun {
  const scale = 1000 / face.font.unitsPerEm;
  const laid = layOut(face, text);
  const glyphs: PlacedGlyph[] = [];
  let advance = 0;
  laid.glyphs.forEach((glyph, i) => {
    if (glyph.codePoints.length > 0 && glyph.codePoints.every(isJoiner)) return;
    const position = laid.positions[i];
    if (!position) return;
    const step = position.xAdvance * scale;
    const width = glyph.advanceWidth * scale;
    const stands = String.fromCodePoint(...glyph.codePoints);
    const dx = position.xOffset * scale;
    const dy = position.yOffset * scale;
    glyphs.push(placed(face, { id: glyph.id, text: stands, width, advance: step, dx, dy }));
    advance += step;
  });
  const shared = withTexts(glyphs, rtl);
  const reads = shared.every((glyph) => glyph.text !== "") && shared.map((glyph) => glyph.text).join("") === text;
  return { face, glyphs: shared, advance, text, rtl, reordered: !rtl && !reads };
}

/** One object for all glyphs that are the same: a long document has millions. */
function placed(face: Face, glyph: PlacedGlyph): PlacedGlyph {
  const key = `${glyph.id}|${glyph.text}|${glyph.advance}|${glyph.dx}|${glyph.dy}`;
  const known = face.placed.get(key);
  if (known) return known;
  face.placed.set(key, glyph);
  return glyph;
}

/**
 * If several letters became several glyphs, the font says that the first represents all of them. Every glyph must
 * represent something, so one without a letter gets one from its neighbour, and copied text stays the same.
 */
function withTexts(glyphs: readonly PlacedGlyph[], rtl: boolean): readonly PlacedGlyph[] {
  if (glyphs.every((glyph) => glyph.text !== "")) return glyphs;
  const shared = glyphs.map((glyph) => ({ ...glyph }));
  shared.forEach((glyph, i) => {
    if (glyph.text !== "") return;
    const donor = [shared[i - 1], shared[i + 1]].find((item) => item && [...item.text].length > 1);
    if (!donor) return;
    const letters = [...donor.text];
    // In drawing order: what a right-to-left run draws first is read last.
    const last = (donor === shared[i - 1]) !== rtl;
    glyph.text = (last ? letters.pop() : letters.shift()) ?? "";
    donor.text = letters.join("");
  });
  return shared;
}
