"use client";

import { type ColumnDef, useTable } from "@tanstack/react-table";
import type { ListRules, ListState } from "@/lib/platform/list-state";
import { classes } from "../classes";
import { ColumnHeader } from "./column-header";
import { features } from "./features";

export type Columns<Row extends { id: string }> = ColumnDef<typeof features, Row>[];

type ListTableProps<Row extends { id: string }> = {
  /** Announced by a screen reader before the table: "Cases of the organisation". */
  caption: string;
  columns: Columns<Row>;
  /** One page of rows, filtered and in order, as the server gave them. */
  rows: Row[];
  path: string;
  state: ListState;
  rules: ListRules;
  /** The layout of rows as cards on a phone. */
  layout?: "cases" | "stats";
};

/** A list that is ordered. Columns order by links, so that it works without script; below 768 px a row is a card. */
export function ListTable<Row extends { id: string }>(props: ListTableProps<Row>) {
  const { caption, columns, rows, path, state, rules, layout } = props;
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
  });
  return (
    <table className={classes("table", "table--cards", layout && `table--${layout}`)}>
      <caption className="vh">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <ColumnHeader
                key={header.id}
                id={header.column.id}
                path={path}
                state={state}
                rules={rules}
                first={header.column.columnDef.meta?.first}
                align={header.column.columnDef.meta?.align}
              >
                <table.FlexRender header={header} />
              </ColumnHeader>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell) => {
              const facts = cell.column.columnDef.meta;
              return (
                <td
                  key={cell.id}
                  data-label={facts?.label}
                  className={
                    classes(facts?.align === "end" && "num", facts?.nowrap && "nowrap", facts?.pick && "pick") ||
                    undefined
                  }
                >
                  <table.FlexRender cell={cell} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
