import { type PDFContext, type PDFDict, PDFName, type PDFRef, PDFString } from "pdf-lib";
import type { Face } from "./font-book";
import type { GlyphCode, UsedFace } from "./glyph-codes";
import type { ObjectFile } from "./object-file";

/**
 * Writes one face as a subset with a code per glyph and text, so that copied text is right. `listed` adds the list of
 * its codes, which the oldest archive format asks for and the later ones do not.
 */
export function embedFace(file: ObjectFile, used: UsedFace, index: number, listed: boolean): void {
  const { context } = file;
  const { face, codes } = used;
  const subset = face.font.createSubset();
  const places = codes.map((code) => subset.includeGlyph(face.font.getGlyph(code.glyphId)) as unknown as number);
  const bytes = subset.encode();
  const name = `${subsetTag(index)}+${face.font.postscriptName ?? "Face"}`;
  const program = file.deflated(context.obj({ Length1: bytes.length }), bytes);
  const descriptor = descriptorOf(context, face, name, program);
  if (listed) descriptor.set(PDFName.of("CIDSet"), file.deflated(context.obj({}), allCodes(places.length)));
  const descendant = file.add(
    context.obj({
      Type: "Font",
      Subtype: "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
      FontDescriptor: file.add(descriptor),
      W: [0, [missingWidth(face), ...codes.map((code) => round(code.width))]],
      CIDToGIDMap: file.deflated(context.obj({}), glyphMap(places)),
    }),
  );
  file.add(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: file.deflated(context.obj({}), unicodeMap(codes)),
    }),
    used.ref,
  );
}

function missingWidth(face: Face): number {
  return round((face.font.getGlyph(0).advanceWidth * 1000) / face.font.unitsPerEm);
}

function descriptorOf(context: PDFContext, face: Face, name: string, program: PDFRef): PDFDict {
  const { font } = face;
  const scale = 1000 / font.unitsPerEm;
  const box = font.bbox;
  return context.obj({
    Type: "FontDescriptor",
    FontName: name,
    Flags: 4,
    FontBBox: [box.minX, box.minY, box.maxX, box.maxY].map((value) => round(value * scale)),
    ItalicAngle: 0,
    Ascent: round(font.ascent * scale),
    Descent: round(font.descent * scale),
    CapHeight: round((font.capHeight || font.ascent) * scale),
    StemV: 80,
    FontFile2: program,
  });
}

/** One bit for each code from 0 on, the highest bit first. */
function allCodes(count: number): Uint8Array {
  const bits = Buffer.alloc(Math.ceil((count + 1) / 8));
  for (let code = 0; code <= count; code++) bits[code >> 3] = (bits[code >> 3] ?? 0) | (0x80 >> (code & 7));
  return bits;
}

/** Two bytes per code: the place of its glyph in the subset. Code 0 is the missing glyph. */
function glyphMap(places: readonly number[]): Uint8Array {
  const map = Buffer.alloc((places.length + 1) * 2);
  places.forEach((place, i) => {
    map.writeUInt16BE(place, (i + 1) * 2);
  });
  return map;
}

function unicodeMap(codes: readonly GlyphCode[]): string {
  const lines = codes.map((code, i) => `<${hex4(i + 1)}> <${utf16(code.text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const part = lines.slice(i, i + 100);
    blocks.push(`${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...blocks,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

/** Six capital letters, as the format asks of a subset; counted, so that bytes repeat. */
function subsetTag(index: number): string {
  let rest = index;
  let tag = "";
  for (let i = 0; i < 6; i++) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

export function hex4(value: number): string {
  return value.toString(16).padStart(4, "0").toUpperCase();
}

/** UTF-16 in hexadecimal, as required by maps and replacement texts. */
export function utf16(text: string): string {
  return [...Array(text.length).keys()].map((i) => hex4(text.charCodeAt(i))).join("");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
