import "server-only";
import type { Paper, PaperPart } from "@/lib/platform/paper";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { blank, type Inline, mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { writeDocument } from "@/lib/platform/pdf/write-document";

/** The paper as a PDF: A4, the same words for the same bytes. */
export async function printPaper(paper: Paper): Promise<Uint8Array> {
  const count = { paragraph: 0, place: 0 };
  const { title, addressee, watermark, initials, meta } = paper;
  const blocks: Block[] = [
    { b: "section", short: "" },
    ...(addressee.length > 0 ? [{ b: "text" as const, text: gapsStrong(addressee.join("\n")) }] : []),
    { b: "gap", mm: addressee.length > 0 ? 4 : 0 },
    { b: "paperTitle", text: title },
    ...paper.parts.flatMap((part) => blocksOf(part, count)),
  ];
  const plan: DocumentPlan = {
    blocks,
    head: { left: paper.head.left, leftRest: "", right: paper.head.right },
    foot: paper.foot,
    ...(watermark ? { watermark } : {}),
    initials,
    // The title of the file is shown by every viewer and stays free of names.
    meta: { title: paper.foot, author: meta.author, language: "en-ZA", at: meta.at, id: meta.id },
  };
  const { bytes } = await collectBytes(writeDocument(plan, { image: noImages, attachments: [] }));
  return bytes;
}

async function noImages(): Promise<never> {
  throw new Error("a paper has no images");
}

type Count = { paragraph: number; place: number };

function blocksOf(part: PaperPart, count: Count): Block[] {
  switch (part.p) {
    case "heading":
      return [{ b: "paperHeading", title: part.text, anchor: `h${++count.place}` }];
    case "text":
      return [{ b: "text", text: gapsStrong(part.text) }];
    case "numbered":
      return [{ b: "item", no: `${++count.paragraph}.`, text: gapsStrong(part.text) }];
    case "fields":
      return [
        {
          b: "table",
          columns: [{ mm: 56 }, { mm: 114 }],
          rows: part.rows.map((row) => ({
            cells: [[strong(row.label)], row.value ? gapsStrong(row.value) : [blank(80)]],
          })),
        },
      ];
    case "table":
      return tableBlocks(part);
    case "oath": {
      const { lines, blanks, stamp } = part;
      const heading: Block = { b: "paperHeading", title: part.heading, anchor: `h${++count.place}` };
      return [{ b: "keep", blocks: [heading, { b: "oath", lines, blanks, ...(stamp ? { stamp } : {}) }] }];
    }
    case "signature":
      return [
        {
          b: "keep",
          blocks: [
            { b: "gap", mm: 4 },
            { b: "text", text: part.who },
            { b: "fields", rows: pairs(part.blanks) },
          ],
        },
      ];
    case "notice":
      return [{ b: "box", rule: 1, lines: [{ text: part.text, as: "body" }] }];
    case "sheet":
      return [
        { b: "newPage" },
        { b: "section", short: "CONFIDENTIAL" },
        { b: "paperTitle", text: part.title },
        { b: "text", text: part.note },
      ];
  }
}

function tableBlocks(part: Extract<PaperPart, { p: "table" }>): Block[] {
  const widths = part.widths ?? part.head.map(() => 1);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const blocks: Block[] = [
    { b: "h3", title: part.caption },
    {
      b: "table",
      columns: part.head.map((head, i) => ({ mm: ((widths[i] ?? 1) * 170) / total, head })),
      rows: part.rows.map((row) => ({ cells: row.map(cellOf) })),
    },
  ];
  // A short table is not cut, and its caption never stands alone.
  return part.rows.length <= 8 ? [{ b: "keep", blocks }] : blocks;
}

function cellOf(text: string): Rich {
  return /^[0-9a-f]{64}$/.test(text) ? [mono(text)] : gapsStrong(text);
}

/** A blank that nobody filled stands out. */
function gapsStrong(text: string): Inline[] {
  return text
    .split(/(\[[^[\]]+\])/)
    .flatMap((piece, i): Inline[] => (piece === "" ? [] : i % 2 === 1 ? [strong(piece)] : [piece]));
}

function pairs(labels: readonly string[]): { label: string }[][] {
  return labels.flatMap((label, i) =>
    i % 2 === 0 ? [[label, labels[i + 1]].flatMap((one) => (one ? [{ label: one }] : []))] : [],
  );
}
