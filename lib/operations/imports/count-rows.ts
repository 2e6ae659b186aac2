import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { importRows } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { RowState } from "./types";

/** How many rows are in each state, counted again. */
export async function countRows(ctx: TxCtx, importId: string) {
  const found = await ctx.db
    .select({ state: importRows.state, n: sql<number>`count(*)::int` })
    .from(importRows)
    .where(and(eq(importRows.orgId, ctx.orgId), eq(importRows.importId, importId)))
    .groupBy(importRows.state);
  const of = (...states: RowState[]) =>
    found.filter((tally) => states.includes(tally.state)).reduce((sum, tally) => sum + tally.n, 0);
  return {
    rows: found.reduce((sum, tally) => sum + tally.n, 0),
    good: of("good"),
    bad: of("bad"),
    twins: of("twin"),
    imported: of("imported"),
    leftOut: of("left_out"),
    failed: of("failed"),
  };
}
