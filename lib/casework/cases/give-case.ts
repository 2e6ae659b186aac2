import "server-only";
import { and, eq } from "drizzle-orm";
import { caseMembers, cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/**
 * Makes a member the owner, who then works on the case. The previous owner keeps working on it. The caller holds the
 * case lock.
 */
export async function giveCase(ctx: TxCtx, caseId: string, memberId: string): Promise<void> {
  await ctx.db.insert(caseMembers).values({ orgId: ctx.orgId, caseId, memberId, since: ctx.now }).onConflictDoNothing();
  await ctx.db
    .update(cases)
    .set({ ownerId: memberId })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
}
