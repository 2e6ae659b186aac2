import { createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";

/** The properties of a column besides its cell. */
export type ColumnFacts = {
  /** The word before the value when a row is a card on a phone; none for the first column. */
  label?: string;
  align?: "start" | "end";
  /** The first press sorts this way; newest first for dates. */
  first?: "asc" | "desc";
  nowrap?: boolean;
  /** A checkbox to select the row; on a phone it is in the corner of the card. */
  pick?: boolean;
};

/** The server filters, sorts and pages, and the heads of columns say the order: the table only knows its columns. */
export const features = tableFeatures({
  columnMeta: metaHelper<ColumnFacts>(),
});

/** The column helper of one kind of row: `const column = columnsOf<CaseRow>()`. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}
