import { type Column, type GetColumnData, Param, type SQL, sql } from "drizzle-orm";
import { makePgArray } from "drizzle-orm/pg-core";

/**
 * One of these values: for a list that is as long as what it was read from. It is one parameter of the statement, whose
 * text then stays the same and is kept prepared; drizzle's `inArray` writes another text for every length. That one is
 * for lists of the code's own, and for a subquery.
 */
export function among<Of extends Column>(column: Of, values: readonly GetColumnData<Of, "raw">[]): SQL {
  const encoder = { mapToDriverValue: (list: unknown[]) => makePgArray(list.map((value) => written(column, value))) };
  return sql`${column} = any(${new Param([...values], encoder)})`;
}

/** As the server reads it inside an array: its type is that of the column. */
function written(column: Column, value: unknown): unknown {
  const sent = column.mapToDriverValue(value);
  if (sent instanceof Uint8Array) return `\\x${Buffer.from(sent).toString("hex")}`;
  return sent instanceof Date ? sent.toISOString() : sent;
}
