import { AlignmentType, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { Paper } from "@/lib/platform/paper";

const small = { size: 15, color: "444444" };
const right = [{ type: TabStopType.RIGHT, position: 9638 }];

/** Title and state at the top of every page; a draft is clearly marked. */
export function headOf({ head, watermark }: Paper): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: right,
        children: [
          new TextRun({ text: head.left, ...small }),
          new TextRun({ text: `\t${head.right}`, ...small, bold: true }),
        ],
      }),
      ...(watermark
        ? [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [
                new TextRun({ text: watermark, bold: true, size: 40, color: "B0B0B0", characterSpacing: 200 }),
              ],
            }),
          ]
        : []),
    ],
  });
}

/** Case, paper and version, page x of y, and the line for initials. */
export function footOf({ foot, initials }: Paper): Footer {
  const line = new Paragraph({
    tabStops: right,
    children: [
      new TextRun({ text: foot, ...small }),
      new TextRun({ children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES], ...small }),
    ],
  });
  if (initials.length === 0) return new Footer({ children: [line] });
  const blanks = initials.map((name) => `${name} ____________`).join("    ");
  return new Footer({
    children: [
      line,
      new Paragraph({
        tabStops: right,
        children: [new TextRun({ text: `Initials on every page\t${blanks}`, ...small })],
      }),
    ],
  });
}
