import { t } from "@/lib/platform/language/translate";
import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findOffer } from "./access";
import { AcceptOffer } from "./input";
import { settleOffer } from "./settle-offer";

/**
 * The person who offered a case, its owner or a supervisor withdraws the offer before it is answered.
 * @throws AppError not_found; forbidden for anybody else; conflict once it is over
 */
export const takeBackOffer = command({
  needs: "case.write",
  input: AcceptOffer,
  async run(ctx, { offerId }) {
    const { caseId, offeredBy } = await findOffer(ctx, offerId);
    const row = await lockCase(ctx, caseId);
    const { role, memberId } = ctx.actor;
    if (role !== "supervisor" && memberId !== row.ownerId && memberId !== offeredBy) {
      throw new AppError(
        "forbidden",
        t("Only the person who offered the case, its owner or a supervisor can take the offer back."),
      );
    }
    await settleOffer(ctx, offerId, "taken_back");
    return {
      value: { id: offerId, caseId },
      audit: { action: "case.offer_taken_back", subjectId: caseId, caseId, detail: {} },
    };
  },
});
