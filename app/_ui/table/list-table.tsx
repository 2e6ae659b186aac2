"use client";

import type { ReactNode } from "react";
import { classes } from "../classes";
import { ColumnHeader } from "./column-header";
import type { ListRules, ListState } from "./url-state";

export type ListColumn<Row> = {
  /** By this name the list may be ordered, when its rules say so. */
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The word before the value when a row is a card on a phone; none for the first column. */
  label?: string;
  align?: "start" | "end";
  /** The first press sorts this way; newest first for dates. */
  first?: "asc" | "desc";
  nowrap?: boolean;
  /** A checkbox to select the row; on a phone it is in the corner of the card. */
  pick?: boolean;
};

type ListTableProps<Row extends { id: string }> = {
  /** Announced by a screen reader before the table: "Cases of the organisation". */
  caption: string;
  columns: readonly ListColumn<Row>[];
  /** One page of rows, filtered and in order, as the server gave them. */
  rows: readonly Row[];
  path: string;
  state: ListState;
  rules: ListRules;
  /** The layout of rows as cards on a phone. */
  layout?: "cases" | "stats";
};

/** A list that is ordered. Columns order by links, so that it works without script; below 768 px a row is a card. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>) {
  const { caption, columns, rows, path, state, rules, layout } = props;
  const classOf = ({ align, nowrap, pick }: ListColumn<Row>) =>
    classes(align === "end" && "num", nowrap && "nowrap", pick && "pick") || undefined;
  return (
    <table className={classes("table", "table--cards", layout && `table--${layout}`)}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, head, first, align }) => (
            <ColumnHeader key={id} id={id} path={path} state={state} rules={rules} first={first} align={align}>
              {head}
            </ColumnHeader>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) => (
              <td key={column.id} data-label={column.label} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
