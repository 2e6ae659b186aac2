import { BorderStyle, HeadingLevel, Paragraph, type Table, TabStopType } from "docx";
import type { Block } from "@/lib/platform/pdf/blocks";
import { joinRich } from "@/lib/platform/pdf/rich-text";
import { blockTable, fieldsTable, ruled } from "./block-tables";
import { childrenOf, type Pages } from "./inlines";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;
type Written = (Paragraph | Table)[];

const edge = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 6 };
const numberWidth = 600;

/**
 * One block of a packet in the format's elements. What only a page has (breaks, running heads, space) is omitted.
 * @throws Error for a block that cannot be in an editable file, such as a page of an exhibit
 */
export function writtenBlock(block: Block, pages: Pages): Written {
  switch (block.b) {
    case "h1":
      return [heading([block.no, block.title], HeadingLevel.HEADING_1)];
    case "h2":
      return [heading([block.no, block.title], HeadingLevel.HEADING_2)];
    case "h3":
      return [heading([block.title], HeadingLevel.HEADING_3)];
    case "para":
      return [numbered(block, pages)];
    case "prose":
      return [new Paragraph({ children: childrenOf(block.text, {}, pages) })];
    case "note":
      return [new Paragraph({ children: childrenOf(block.text, { size: 16, color: "444444" }, pages) })];
    case "paperTitle":
      return [
        new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: childrenOf(block.text, {}, pages) }),
      ];
    case "paperHeading":
      return [heading([block.title], HeadingLevel.HEADING_2)];
    case "item":
      return [item(block, pages)];
    case "text":
      return [new Paragraph({ children: childrenOf(block.text, {}, pages) })];
    case "box":
      return block.lines.map(
        (line) =>
          new Paragraph({
            border: { top: edge, bottom: edge, left: edge, right: edge },
            children: childrenOf(line.text, { bold: line.as === "notice" }, pages),
          }),
      );
    case "table":
      return block.rows.length > 0 ? [blockTable(block, pages), space()] : [];
    case "fields":
      return [fieldsTable(block, pages), space()];
    case "freeLines":
      return [...labelOf(block, pages), ...Array.from({ length: block.count }, () => ruled()), space()];
    case "keep":
      return block.blocks.flatMap((inner) => writtenBlock(inner, pages));
    case "newPage":
    case "section":
    case "gap":
      return [];
    default:
      throw new Error(`a block of this kind has no place in an editable file: ${block.b}`);
  }
}

function heading(parts: readonly string[], level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  const text = parts.filter(Boolean).join("\u2002");
  return new Paragraph({ heading: level, keepNext: true, children: childrenOf(text, {}, new Map()) });
}

/**
 * A paragraph with the number that it has in the PDF, typed and not counted by the word processor: a paragraph that is
 * added or struck out here must not renumber the ones that others quote. Its sources follow in brackets.
 */
function numbered(block: Of<"para">, pages: Pages): Paragraph {
  const sources = joinRich(["\u2003[", block.aside, "]"], "");
  return new Paragraph({
    indent: { left: numberWidth, hanging: numberWidth },
    tabStops: [{ type: TabStopType.LEFT, position: numberWidth }],
    children: [
      ...childrenOf(`${block.no ?? ""}\t`, {}, pages),
      ...childrenOf(block.text, {}, pages),
      ...childrenOf(sources, { size: 15, color: "444444" }, pages),
    ],
  });
}

/** A numbered paragraph of a letter, typed, as it has no sources beside it. */
function item(block: Of<"item">, pages: Pages): Paragraph {
  return new Paragraph({
    indent: { left: numberWidth, hanging: numberWidth },
    tabStops: [{ type: TabStopType.LEFT, position: numberWidth }],
    children: [...childrenOf(`${block.no}\t`, {}, pages), ...childrenOf(block.text, {}, pages)],
  });
}

function labelOf(block: Of<"freeLines">, pages: Pages): Paragraph[] {
  if (!block.label) return [];
  return [
    new Paragraph({ spacing: { after: 0 }, keepNext: true, children: childrenOf(block.label, { size: 15 }, pages) }),
  ];
}

function space(): Paragraph {
  return new Paragraph({ spacing: { after: 100, line: 200 }, children: [] });
}
