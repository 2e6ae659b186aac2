import type { PaperPart } from "@/lib/platform/paper";
import type { Block } from "./blocks";
import { blank, type Inline, mono, type Rich, strong } from "./rich-text";

/** The parts of a paper as blocks: numbered parts are counted through all of them, headings are places `h1`, `h2`. */
export function blocksOfPaper(parts: readonly PaperPart[]): Block[] {
  const count = { paragraph: 0, place: 0 };
  return parts.flatMap((part, i) => {
    if (hasBefore(parts, i + 1)) return [];
    const first = hasBefore(parts, i) ? parts[i - 1] : undefined;
    if (!first) return blocksOf(part, count);
    return [{ b: "keep", blocks: [...blocksOf(first, count), ...blocksOf(part, count)] }];
  });
}

/** A heading is on the page of its short table, and an officer's certificate on that of the signature above it. */
function hasBefore(parts: readonly PaperPart[], i: number): boolean {
  const part = parts[i];
  const before = parts[i - 1];
  if (part?.p === "table") return before?.p === "heading" && part.rows.length <= mostKept;
  return part?.p === "oath" && part.stamp !== undefined && before?.p === "oath";
}

/** So many rows are not split. */
const mostKept = 8;

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
  // A short table is not split, and its caption is never separated from it.
  return part.rows.length <= mostKept ? [{ b: "keep", blocks }] : blocks;
}

function cellOf(text: string): Rich {
  return /^[0-9a-f]{64}$/.test(text) ? [mono(text)] : gapsStrong(text);
}

/** An unfilled blank is printed bold. */
export function gapsStrong(text: string): Inline[] {
  return text
    .split(/(\[[^[\]]+\])/)
    .flatMap((piece, i): Inline[] => (piece === "" ? [] : i % 2 === 1 ? [strong(piece)] : [piece]));
}

function pairs(labels: readonly string[]): { label: string }[][] {
  return labels.flatMap((label, i) =>
    i % 2 === 0 ? [[label, labels[i + 1]].flatMap((value) => (value ? [{ label: value }] : []))] : [],
  );
}
