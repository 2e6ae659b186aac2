import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { queueItems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/**
 * Takes what an act has ended off the queue in the same transaction, so that My work and the side bar count it no longer
 * at once. Everything else on the case follows with the job that touchCase enqueues.
 */
export async function leaveQueue(ctx: TxCtx, caseId: string, keys: readonly string[]): Promise<void> {
  await ctx.db
    .delete(queueItems)
    .where(and(eq(queueItems.orgId, ctx.orgId), eq(queueItems.caseId, caseId), inArray(queueItems.key, [...keys])));
}
