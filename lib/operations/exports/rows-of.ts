import "server-only";
import { asc, getTableColumns, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { RawRow } from "./access";

/** The rows of a table, as the database has them, the oldest first where they have an id. */
export async function rowsOf(ctx: TxCtx, table: PgTable, where: SQL | undefined, limit?: number): Promise<RawRow[]> {
  const { id } = getTableColumns(table) as Record<string, PgColumn>;
  const all = ctx.db.select().from(table).where(where).$dynamic();
  const read = id ? all.orderBy(asc(id)) : all;
  return (limit === undefined ? read : read.limit(limit)) as unknown as Promise<RawRow[]>;
}
