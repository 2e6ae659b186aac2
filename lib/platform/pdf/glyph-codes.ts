import type { PDFRef } from "pdf-lib";
import type { Face, GlyphRun, PlacedGlyph } from "./font-book";

/** A code of an embedded face: the glyph it draws, the text it represents and its width. */
export type GlyphCode = { glyphId: number; text: string; width: number };

/** A face as one file uses it. */
export type UsedFace = {
  face: Face;
  name: string;
  ref: PDFRef;
  codes: GlyphCode[];
  byGlyph: Map<string, number>;
  /** Runs of this face as the page says them. */
  writings: Map<GlyphRun, string>;
};

/** For a glyph without its own text, such as the second half of a character: any invisible text. */
const NOTHING = "\u200B";

/** Gives out the codes of one file, in the order in which they are drawn, so that bytes repeat. */
export class GlyphCodes {
  private readonly faces = new Map<Face, UsedFace>();

  constructor(private readonly nextRef: () => PDFRef) {}

  used(): readonly UsedFace[] {
    return [...this.faces.values()];
  }

  of(face: Face): UsedFace {
    const known = this.faces.get(face);
    if (known) return known;
    const name = `F${this.faces.size + 1}`;
    const used: UsedFace = { face, name, ref: this.nextRef(), codes: [], byGlyph: new Map(), writings: new Map() };
    this.faces.set(face, used);
    return used;
  }
}

/** The code for a glyph that represents this text. A glyph with two texts gets two codes. */
export function codeOf(used: UsedFace, { id: glyphId, text, width }: PlacedGlyph): number {
  const id = `${glyphId}|${text}`;
  const known = used.byGlyph.get(id);
  if (known !== undefined) return known;
  used.codes.push({ glyphId, text: text || NOTHING, width });
  used.byGlyph.set(id, used.codes.length);
  return used.codes.length;
}
