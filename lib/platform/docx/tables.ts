import { BorderStyle, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from "docx";
import { runsOf } from "./text";

const width = 9638;
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const thick = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
const inner = { top: 50, bottom: 50, left: 60, right: 100 };

function cell(text: string, twips: number, bold = false): TableCell {
  const hash = /^[0-9a-f]{64}$/.test(text);
  const look = { size: hash ? 14 : 17, ...(bold ? { bold } : {}), ...(hash ? { font: "Liberation Mono" } : {}) };
  return new TableCell({
    width: { size: twips, type: WidthType.DXA },
    margins: inner,
    children: [new Paragraph({ spacing: { after: 0, line: 240 }, children: runsOf(text, look) })],
  });
}

/** A table whose head is repeated on every page and whose rows are not cut. */
export function wordTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths?: readonly number[],
): Table {
  const parts = widths ?? head.map(() => 1);
  const total = parts.reduce((sum, part) => sum + part, 0);
  const twips = parts.map((part) => Math.round((part * width) / total));
  const line = (texts: readonly string[], bold: boolean) => texts.map((text, i) => cell(text, twips[i] ?? 1000, bold));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: twips,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: line(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: line(row, false) })),
    ],
  });
}

/** Lines of a form: the question, and the answer or a blank for handwriting. */
export function fieldTable(rows: readonly { label: string; value: string }[]): Table {
  const label = 3200;
  const value = width - 3200;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [label, value],
    borders: { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: rows.map(
      (row) => new TableRow({ cantSplit: true, children: [cell(row.label, label, true), cell(row.value, value)] }),
    ),
  });
}

/** Lines to be filled in by hand, each with its label below, and space for a stamp next to them. */
export function blanksTable(labels: readonly string[], stamp?: string): Table {
  const left = stamp ? 6000 : width;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: stamp ? [left, width - left] : [left],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: labels.map(
      (label, i) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: left, type: WidthType.DXA },
              margins: { top: 500, bottom: 40, left: 0, right: 200 },
              children: [
                new Paragraph({
                  border: { top: { ...thin, space: 2 } },
                  spacing: { after: 0, line: 240 },
                  keepNext: i < labels.length - 1,
                  children: runsOf(label, { size: 16 }),
                }),
              ],
            }),
            ...(stamp && i === 0 ? [stampCell(stamp, width - left, labels.length)] : []),
          ],
        }),
    ),
  });
}

function stampCell(stamp: string, twips: number, rows: number): TableCell {
  return new TableCell({
    width: { size: twips, type: WidthType.DXA },
    rowSpan: rows,
    verticalAlign: VerticalAlign.TOP,
    margins: inner,
    borders: { top: thin, bottom: thin, left: thin, right: thin },
    children: [new Paragraph({ children: runsOf(stamp, { size: 16 }) })],
  });
}
