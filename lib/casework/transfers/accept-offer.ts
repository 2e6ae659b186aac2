import "server-only";
import { caseMembers } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { giveCase } from "@/lib/casework/cases/give-case";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findOfferToMe } from "./access";
import { AcceptOffer } from "./input";
import { settleOffer } from "./settle-offer";

/**
 * The member to whom a case was offered becomes its owner. Its ladder and clocks do not change, and the previous owner
 * keeps working on it.
 * @throws AppError not_found for anybody else; conflict if the offer is over or the case was closed
 */
export const acceptOffer = command({
  needs: "case.write",
  input: AcceptOffer,
  async run(ctx, { offerId }) {
    const { caseId } = await findOfferToMe(ctx, offerId);
    const memberId = ctx.actor.memberId ?? "";
    // The database lets nobody own a case that they do not work on, so this comes first; a rejection rolls it back.
    await ctx.db
      .insert(caseMembers)
      .values({ orgId: ctx.orgId, caseId, memberId, since: ctx.now })
      .onConflictDoNothing();
    const row = await lockCase(ctx, caseId);
    await settleOffer(ctx, offerId, "accepted");
    await giveCase(ctx, caseId, memberId);
    await touchCase(ctx, caseId);
    return {
      value: { id: offerId, caseId },
      audit: { action: "case.offer_accepted", subjectId: caseId, caseId, detail: { from: row.ownerId } },
    };
  },
});
