import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { allOf } from "@/lib/kernel/access/all-of";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** Records when something happened on the case, and enqueues a re-evaluation of its ladder after the commit. */
export async function touchCase(ctx: TxCtx, caseId: string): Promise<void> {
  // Whatever else shares its transaction happened at the same instant. What is rolled back leaves this list too.
  const touched = `touch ${caseId}`;
  if (ctx.batch?.asked.has(touched)) return;
  await allOf([
    ctx.db
      .update(cases)
      .set({ lastActivityAt: ctx.now })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId))),
    enqueue(ctx, "ladder.advance", { caseId }),
  ]);
  ctx.batch?.asked.add(touched);
}
