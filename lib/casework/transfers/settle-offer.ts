import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { OfferState } from "./types";

/** Ends an open offer, once. @throws AppError conflict if it has already ended */
export async function settleOffer(
  ctx: TxCtx,
  offerId: string,
  state: Exclude<OfferState, "open">,
  answer: typeof caseOffers.$inferInsert.answer = null,
): Promise<void> {
  const [won] = await ctx.db
    .update(caseOffers)
    .set({ state, answer, settledAt: ctx.now, settledBy: ctx.actor.memberId })
    .where(and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.id, offerId), eq(caseOffers.state, "open")))
    .returning({ id: caseOffers.id });
  if (!won) throw new AppError("conflict", t("This offer is over."));
}
