import type { Key, ReactNode } from "react";
import { classes } from "../classes";

export type Column<Row> = {
  head: ReactNode;
  cell: (row: Row, at: number) => ReactNode;
  /** The word before the value when a row is a card on a phone: the head of the column, none for the first. */
  label?: string | null;
  /** A number: right-aligned, with tabular digits. */
  num?: boolean;
  className?: string | ((row: Row) => string | undefined);
};

type DataTableProps<Row> = {
  /** Announced by a screen reader before the table: "People of the organisation". Omitted if a heading says it. */
  caption?: string;
  /** For a caption that is shown. */
  captionClass?: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, at: number) => Key;
  /** The layout of rows on a phone: as cards, as cards of small numbers, or unchanged. */
  layout?: "cards" | "stats" | "rows";
  /** A table that may be wider than its place. */
  wide?: boolean;
};

/** Rows in the order that they were given. A list that is ordered by its columns is a `ListTable`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionClass = "vh", columns, rows, keyOf, layout = "cards", wide = false } = props;
  const table = (
    <table className={classes("table", layout !== "rows" && "table--cards", layout === "stats" && "table--stats")}>
      {caption ? <caption className={captionClass}>{caption}</caption> : null}
      <thead>
        <tr>
          {columns.map(({ head, num }, place) => (
            <th key={place} scope="col" className={num ? "num" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={keyOf(row, at)}>
            {columns.map(({ head, label, num, className, cell }, place) => (
              <td
                key={place}
                data-label={layout === "rows" ? undefined : wordOf(place, head, label)}
                className={
                  classes(num && "num", typeof className === "function" ? className(row) : className) || undefined
                }
              >
                {cell(row, at)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return wide ? <div className="tablewrap">{table}</div> : table;
}

function wordOf(place: number, head: ReactNode, label: string | null | undefined): string | undefined {
  if (label !== undefined) return label ?? undefined;
  return place > 0 && typeof head === "string" ? head : undefined;
}
