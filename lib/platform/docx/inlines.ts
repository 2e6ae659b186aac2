import { BorderStyle, CheckBox, type ParagraphChild, ShadingType, TextRun } from "docx";
import { type Inline, inlines, type Rich } from "@/lib/platform/pdf/rich-text";

export type Look = { bold?: boolean; size?: number; color?: string };
/** Numbers of pages in the PDF, for words such as "page 12". */
export type Pages = ReadonlyMap<string, number>;

const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 0 };
/** Width of a space at 11 points, roughly; a ruled blank in a line is a row of underlined ones. */
const spaceMm = 0.97;

/** The same words as in the PDF, with blanks to write on and boxes to tick. */
export function childrenOf(rich: Rich, look: Look, pages: Pages): ParagraphChild[] {
  return inlines(rich).flatMap((inline) => childOf(inline, look, pages));
}

function childOf(inline: Inline, look: Look, pages: Pages): ParagraphChild[] {
  if (typeof inline === "string") return linesOf(inline, look);
  switch (inline.t) {
    case "strong":
      return linesOf(inline.text, { ...look, bold: true });
    case "mono":
      return [
        new TextRun({ ...look, text: inline.text, font: "Liberation Mono", size: Math.round((look.size ?? 22) * 0.9) }),
      ];
    case "mark":
      return [markOf(inline.text, inline.dark, look)];
    case "blank":
      return [new TextRun({ ...look, text: "\u00A0".repeat(Math.round(inline.mm / spaceMm)), underline: {} })];
    case "check":
      return [new CheckBox({ checked: false }), ...(inline.label ? linesOf(`\u00A0${inline.label}`, look) : [])];
    case "page":
      return [new TextRun({ ...look, text: String(pages.get(inline.to) ?? "…") })];
    case "link":
      return linesOf(inline.text, look);
    case "break":
      return [new TextRun({ ...look, break: 1 })];
  }
}

function linesOf(text: string, look: Look): TextRun[] {
  return text.split("\n").map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

/** How well a law source was read: G and C white on black, as on paper. */
function markOf(text: string, dark: boolean, look: Look): TextRun {
  const base = { text: `\u00A0${text}\u00A0`, bold: true, size: (look.size ?? 22) - 2 };
  if (!dark) return new TextRun({ ...base, border: thin });
  return new TextRun({ ...base, color: "FFFFFF", shading: { type: ShadingType.CLEAR, fill: "000000", color: "auto" } });
}
