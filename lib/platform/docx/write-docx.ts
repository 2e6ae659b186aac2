import { AlignmentType, Document, LevelFormat, Packer, type Paragraph, type Table } from "docx";
import type { Paper } from "@/lib/platform/paper";
import { footOf, headOf } from "./frame";
import { partOf } from "./parts";
import { repeatable } from "./repeatable";
import { addresseeOf, titleOf } from "./text";

const mm = 56.7;
const sheets = {
  A4: { width: 210 * mm, height: 297 * mm },
  Letter: { width: 215.9 * mm, height: 279.4 * mm },
} as const;

/** The paper as an editable file with real headings, numbering and tables. The same words as the PDF, and as repeatable. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [
    ...addresseeOf(paper.addressee),
    titleOf(paper.title),
    ...paper.parts.flatMap(partOf),
  ];
  const document = new Document({
    creator: paper.meta.author,
    // As in the PDF: what a file manager shows contains no names.
    title: paper.foot,
    lastModifiedBy: paper.meta.author,
    styles: {
      default: {
        document: { run: { font: "Liberation Serif", size: 22 }, paragraph: { spacing: { after: 140, line: 300 } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { before: 120, after: 260 } } },
        heading1: {
          run: { size: 25, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
        heading2: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    numbering: {
      config: [
        {
          reference: "paragraphs",
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 567, hanging: 567 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: sheets[paper.size ?? "A4"],
            margin: { top: 24 * mm, bottom: 24 * mm, left: 24 * mm, right: 16 * mm, header: 10 * mm, footer: 9 * mm },
          },
        },
        headers: { default: headOf(paper) },
        footers: { default: footOf(paper) },
        children,
      },
    ],
  });
  return repeatable(new Uint8Array(await Packer.toBuffer(document)), paper.meta.at);
}
