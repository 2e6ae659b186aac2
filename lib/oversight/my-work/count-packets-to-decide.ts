import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { cases, packets } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { packetsToDecide } from "./packets-to-decide";
import { cap } from "./rules";

/** Packets that wait for this person's decision, of all authors. */
export async function countPacketsToDecide(ctx: TxCtx): Promise<number> {
  const rows = ctx.db
    .select({ id: packets.id })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), packetsToDecide(ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}
