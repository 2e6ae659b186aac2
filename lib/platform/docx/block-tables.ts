import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from "docx";
import type { Block, Column, Field, Row } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import { childrenOf, type Look, type Pages } from "./inlines";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

const full = 9638;
const mm = 56.7;
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
const thick = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
const inner = { top: 50, bottom: 50, left: 60, right: 100 };
const open = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

type Cell = { text: Rich; twips: number; look: Look; pages: Pages; span?: number; fill?: string };

function cell({ text, twips, look, pages, span, fill }: Cell): TableCell {
  return new TableCell({
    width: { size: twips, type: WidthType.DXA },
    margins: inner,
    ...(span ? { columnSpan: span } : {}),
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: "auto" } } : {}),
    children: [new Paragraph({ spacing: { after: 0, line: 240 }, children: childrenOf(text, look, pages) })],
  });
}

/** A table as a table: its head repeats, a band spans it, and no row is cut. */
export function blockTable(block: Of<"table">, pages: Pages): Table {
  const twips = block.columns.map((column) => Math.round(column.mm * mm));
  const headed = block.columns.some((column) => column.head !== undefined);
  const line = (texts: readonly Rich[], look: Look) =>
    twips.map((width, i) => cell({ text: texts[i] ?? "", twips: width, look, pages }));
  const head = (columns: readonly Column[]) =>
    line(
      columns.map((column) => column.head ?? ""),
      { size: 16, bold: true },
    );
  const row = (tableRow: Row) =>
    "band" in tableRow
      ? [
          cell({
            text: tableRow.band,
            twips: full,
            look: { size: 17, bold: true },
            pages,
            span: twips.length,
            fill: "EDEDED",
          }),
        ]
      : line(tableRow.cells, { size: 17 });
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths: twips,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      ...(headed ? [new TableRow({ tableHeader: true, cantSplit: true, children: head(block.columns) })] : []),
      ...block.rows.map((tableRow) => new TableRow({ cantSplit: true, children: row(tableRow) })),
    ],
  });
}

/** Fields with a small label above a ruled line; a known value is printed on the line. */
export function fieldsTable(block: Of<"fields">, pages: Pages): Table {
  const widest = Math.max(...block.rows.map((row) => row.length));
  const each = Math.floor(full / widest);
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths: Array.from({ length: widest }, () => each),
    borders: open,
    rows: block.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((field) => fieldCell(field, Math.floor(full / row.length), widest / row.length, pages)),
        }),
    ),
  });
}

function fieldCell(field: Field, twips: number, span: number, pages: Pages): TableCell {
  return new TableCell({
    width: { size: twips, type: WidthType.DXA },
    margins: { top: 80, bottom: 0, left: 0, right: 300 },
    ...(span > 1 ? { columnSpan: span } : {}),
    children: [
      new Paragraph({
        spacing: { after: 0, line: 240 },
        keepNext: true,
        children: childrenOf(field.label, { size: 15 }, pages),
      }),
      ruled(childrenOf(field.value ?? "", { size: 20 }, pages)),
    ],
  });
}

/** An empty line to write on, by hand or in the file. */
export function ruled(children: ReturnType<typeof childrenOf> = []): Paragraph {
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 1 } },
    spacing: { before: 120, after: 0, line: 320 },
    children,
  });
}
