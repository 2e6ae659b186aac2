import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseOffers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** An offer that this person may see: on a case of theirs, or made to them. @throws AppError not_found */
export async function findOffer(ctx: TxCtx, offerId: string) {
  if (isId(offerId)) {
    const mine = and(eq(caseOffers.orgId, ctx.orgId), eq(caseOffers.id, offerId));
    const [row] = await ctx.db.select().from(caseOffers).where(mine);
    if (row) return row;
  }
  throw new AppError("not_found", t("No such offer."));
}

/** An offer made to the acting member, who alone can answer it. @throws AppError not_found; conflict once it is over */
export async function findOfferToMe(ctx: TxCtx, offerId: string) {
  const offer = await findOffer(ctx, offerId);
  if (offer.offeredTo !== ctx.actor.memberId) throw new AppError("not_found", t("No such offer."));
  if (offer.state !== "open") throw new AppError("conflict", t("This offer is over."));
  return offer;
}
