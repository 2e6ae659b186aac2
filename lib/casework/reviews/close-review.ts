import "server-only";
import { and, eq } from "drizzle-orm";
import { caseReviews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockReview } from "./access";
import { CloseReview } from "./input";

/**
 * Ends a review note. A supervisor closes any; the people of the case close one that wanted no answer, as read.
 * @throws AppError not_found; forbidden for a caseworker when an answer is wanted; conflict once it is closed
 */
export const closeReview = command({
  needs: "case.write",
  input: CloseReview,
  async run(ctx, { reviewId }) {
    const { review, row } = await lockReview(ctx, reviewId);
    if (ctx.actor.role !== "supervisor" && review.wantsAnswer) {
      throw new AppError("forbidden", "This note wants an answer. A supervisor closes it afterwards.");
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
