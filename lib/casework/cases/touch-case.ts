import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** Something happened on the case: notes when, and has the ladder looked at again once this is committed. */
export async function touchCase(ctx: TxCtx, caseId: string): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ lastActivityAt: ctx.now })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
  await enqueue(ctx, "ladder.advance", { caseId });
}
