import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { writtenBlock } from "./blocks";
import { childrenOf, type Pages } from "./inlines";
import { repeatable } from "./repeatable";

export type BlocksPlan = {
  /** With the numbers of `numberParagraphs`, so that they are those of the PDF. */
  blocks: readonly Block[];
  /** Null for a letter, which goes on the letterhead of whoever signs it. */
  head: { left: string; right: string } | null;
  /** A word at the head of every page, such as that it is a draft; null where there is nothing to say. */
  stamp: string | null;
  /** A notice at the foot of every page. */
  notice: Rich | null;
  size?: keyof typeof paper;
  meta: { title: string; author: string; at: Date };
  /** Pages of the PDF by anchor, for what points at one. */
  pages: Pages;
};

const mm = 56.7;
const paper = { A4: { width: 210 * mm, height: 297 * mm }, Letter: { width: 12240, height: 15840 } };
const small = { size: 15, color: "444444" };
const tabStops = [{ type: TabStopType.RIGHT, position: 9638 }];

/** Blocks of a packet as an editable file, with headings for the navigation. The same plan gives the same bytes. */
export async function writeBlocks(plan: BlocksPlan): Promise<Uint8Array> {
  const { head, notice, meta } = plan;
  const run = { font: "Liberation Serif" };
  const sans = { font: "Liberation Sans", bold: true, color: "000000" };
  const document = new Document({
    creator: meta.author,
    title: meta.title,
    lastModifiedBy: meta.author,
    styles: {
      default: {
        document: { run: { ...run, size: 21 }, paragraph: { spacing: { after: 130, line: 290 } } },
        heading1: { run: { ...run, size: 36, bold: true, color: "000000" }, paragraph: { spacing: { after: 240 } } },
        heading2: { run: { ...sans, size: 22 }, paragraph: { spacing: { before: 320, after: 110 } } },
        heading3: { run: { ...sans, size: 18 }, paragraph: { spacing: { before: 220, after: 70 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: paper[plan.size ?? "A4"],
            margin: { top: 24 * mm, bottom: 30 * mm, left: 24 * mm, right: 16 * mm, header: 10 * mm, footer: 9 * mm },
          },
        },
        headers: {
          default: new Header({
            children: [...(head ? [headLine(head)] : []), ...(plan.stamp ? [stampLine(plan.stamp)] : [])],
          }),
        },
        footers: {
          default: new Footer({
            children: [...(notice ? [noticeLine(notice, plan.pages)] : []), pageLine(head?.left ?? "")],
          }),
        },
        children: plan.blocks.flatMap((block) => writtenBlock(block, plan.pages)),
      },
    ],
  });
  return repeatable(new Uint8Array(await Packer.toBuffer(document)), meta.at);
}

function headLine({ left, right }: NonNullable<BlocksPlan["head"]>): Paragraph {
  const children = [
    new TextRun({ ...small, text: left, bold: true }),
    new TextRun({ ...small, text: `\t${right}`, bold: true }),
  ];
  return new Paragraph({ tabStops, children });
}

function stampLine(text: string): Paragraph {
  const run = new TextRun({ text, bold: true, size: 36, color: "B0B0B0", characterSpacing: 100 });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
}

function noticeLine(notice: Rich, pages: Pages): Paragraph {
  return new Paragraph({ spacing: { after: 40, line: 220 }, children: childrenOf(notice, small, pages) });
}

function pageLine(left: string): Paragraph {
  const of = new TextRun({ ...small, children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Paragraph({ tabStops, spacing: { after: 0 }, children: [new TextRun({ ...small, text: left }), of] });
}
