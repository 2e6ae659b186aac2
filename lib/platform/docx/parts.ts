import { BorderStyle, Paragraph, type Table } from "docx";
import type { PaperPart } from "@/lib/platform/paper";
import { blanksTable, fieldTable, wordTable } from "./tables";
import { headingOf, runsOf, textOf } from "./text";

const edge = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 6 };

/** One part of the paper in the words of the format. */
export function partOf(part: PaperPart): (Paragraph | Table)[] {
  switch (part.p) {
    case "heading":
      return [headingOf(part.text, 1)];
    case "text":
      return [textOf(part.text)];
    case "numbered":
      return [new Paragraph({ numbering: { reference: "paragraphs", level: 0 }, children: runsOf(part.text) })];
    case "fields":
      return [fieldTable(part.rows), spacer()];
    case "table":
      return [headingOf(part.caption, 2), wordTable(part.head, part.rows, part.widths), spacer()];
    case "oath":
      return [
        headingOf(part.heading, 1),
        ...part.lines.map((line) => textOf(line, true)),
        blanksTable(part.blanks, part.stamp),
        spacer(),
      ];
    case "signature":
      return [textOf(part.who, true), blanksTable(part.blanks), spacer()];
    case "notice":
      return [
        new Paragraph({ border: { top: edge, bottom: edge, left: edge, right: edge }, children: runsOf(part.text) }),
      ];
    case "sheet":
      return [
        new Paragraph({ pageBreakBefore: true, children: runsOf("CONFIDENTIAL", { bold: true }) }),
        headingOf(part.title, 1),
        textOf(part.note),
      ];
  }
}

function spacer(): Paragraph {
  return new Paragraph({ spacing: { after: 100, line: 200 }, children: [] });
}
