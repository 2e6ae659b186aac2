import "server-only";
import { and, eq } from "drizzle-orm";
import { caseReviews, reviewReplies } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { lockReview } from "./access";
import { ReplyToReview } from "./input";
import { replyPlace } from "./rules";

/**
 * Answers a review note, or asks again: a supervisor's reply hands it to the caseworker, any other to the supervisor.
 * An owner who is also a supervisor answers as the owner.
 * @throws AppError not_found; conflict once it is closed
 */
export const replyToReview = command({
  needs: "case.write",
  input: ReplyToReview,
  async run(ctx, { reviewId, words }) {
    const { review, row } = await lockReview(ctx, reviewId);
    const asks = ctx.actor.role === "supervisor" && row.ownerId !== ctx.actor.memberId;
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    const reply = { saidBy: ctx.actor.memberId ?? "", saidAt: ctx.now, words: vault.seal(replyPlace(id), words) };
    await ctx.db.insert(reviewReplies).values({ id, orgId: ctx.orgId, caseId: row.id, reviewId, ...reply });
    await ctx.db
      .update(caseReviews)
      .set({ turn: asks ? "owner" : "reviewer" })
      .where(and(eq(caseReviews.orgId, ctx.orgId), eq(caseReviews.id, review.id)));
    const action = asks ? "review.asked_again" : "review.answered";
    return { value: { id, caseId: row.id }, audit: { action, subjectId: reviewId, caseId: row.id, detail: {} } };
  },
});
