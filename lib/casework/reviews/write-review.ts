import "server-only";
import { caseReviews } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { WriteReview } from "./input";
import { notePlace } from "./rules";

/**
 * A supervisor records that they reviewed a case and what they found; the caseworker reads it, and answers if asked to.
 * Also possible on the supervisor's own case. It cannot be changed later.
 * @throws AppError forbidden, not_found; conflict for a closed case
 */
export const writeReview = command({
  needs: "case.review",
  input: WriteReview,
  async run(ctx, { caseId, note, wantsAnswer }) {
    const row = await lockCase(ctx, caseId);
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    const written = { writtenBy: ctx.actor.memberId ?? "", writtenAt: ctx.now };
    const sealed = vault.seal(notePlace(id), note);
    await ctx.db
      .insert(caseReviews)
      .values({ id, orgId: ctx.orgId, caseId, note: sealed, wantsAnswer, turn: "owner", ...written });
    return {
      value: { id, caseId },
      audit: { action: "review.written", subjectId: id, caseId, detail: { wantsAnswer } },
    };
  },
});
