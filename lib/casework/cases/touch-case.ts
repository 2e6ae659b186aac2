import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** Records when something happened on the case, and enqueues a re-evaluation of its ladder after the commit. */
export async function touchCase(ctx: TxCtx, caseId: string): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ lastActivityAt: ctx.now })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
  await enqueue(ctx, "ladder.advance", { caseId });
}
