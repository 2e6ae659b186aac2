import "server-only";
import { and, eq } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Another decision about the case supersedes an offer that is still pending. The caller holds the case lock. */
export async function overtakeOffer(ctx: TxCtx, caseId: string): Promise<void> {
  await ctx.db
    .update(caseOffers)
    .set({ state: "overtaken", settledAt: ctx.now, settledBy: ctx.actor.memberId })
    .where(and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.caseId, caseId), eq(caseOffers.state, "open")));
}
