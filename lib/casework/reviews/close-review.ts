import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseReviews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockReview } from "./access";
import { CloseReview } from "./input";

/**
 * Closes a review note. A supervisor closes any; members on the case close one that needed no answer, as read.
 * @throws AppError not_found; forbidden for a caseworker if an answer is required; conflict once it is closed
 */
export const closeReview = command({
  needs: "case.write",
  input: CloseReview,
  async run(ctx, { reviewId }) {
    const { review, row } = await lockReview(ctx, reviewId);
    if (ctx.actor.role !== "supervisor" && review.wantsAnswer) {
      throw new AppError("forbidden", t("This note needs an answer first. A supervisor closes it afterwards."));
    }
    await ctx.db
      .update(caseReviews)
      .set({ closedAt: ctx.now, closedBy: ctx.actor.memberId, turn: null })
      .where(and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.id, reviewId)));
    return {
      value: { id: reviewId, caseId: row.id },
      audit: { action: "review.closed", subjectId: reviewId, caseId: row.id, detail: {} },
    };
  },
});
