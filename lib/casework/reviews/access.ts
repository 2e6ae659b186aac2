import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseReviews } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** An open review note of a visible case, locked until the end. @throws AppError not_found; conflict */
export async function lockReview(ctx: TxCtx, reviewId: string) {
  if (isId(reviewId)) {
    const mine = and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.id, reviewId));
    const [review] = await ctx.db.select().from(caseReviews).where(mine).for("update");
    if (review) {
      const row = await findCase(ctx, review.caseId);
      if (review.closedAt) throw new AppError("conflict", t("This note is closed."));
      return { review, row };
    }
  }
  throw new AppError("not_found", t("No such note."));
}
