import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { cases, queueItems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { casesOfQueue, itemsOfQueue, queueLists } from "./access";
import { cap } from "./rules";
import type { QueueList } from "./types";

/** How many acts one of the lists holds; of a supervisor the team's, or those of one member. */
export async function countList(ctx: TxCtx, list: QueueList, of: string | null = null): Promise<number> {
  const rows = ctx.db
    .select({ id: queueItems.id })
    .from(queueItems)
    .innerJoin(cases, and(eq(cases.orgId, queueItems.orgId), eq(cases.id, queueItems.caseId)))
    .where(and(itemsOfQueue(ctx, of), casesOfQueue(ctx, of), queueLists[list](ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}
