import "server-only";
import { and, eq } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Another decision about the case came first: an offer that nobody answered yet is over. The caller holds the case. */
export async function overtakeOffer(ctx: TxCtx, caseId: string): Promise<void> {
  await ctx.db
    .update(caseOffers)
    .set({ state: "overtaken", settledAt: ctx.now, settledBy: ctx.actor.memberId })
    .where(and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.caseId, caseId), eq(caseOffers.state, "open")));
}
