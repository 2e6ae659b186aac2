import "server-only";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findOfferToMe } from "./access";
import { RejectOffer } from "./input";
import { offerPlace } from "./rules";
import { settleOffer } from "./settle-offer";

/**
 * The person to whom a case was offered declines, with a reason. The case stays with its owner. @throws AppError
 * not_found, conflict
 */
export const rejectOffer = command({
  needs: "case.write",
  input: RejectOffer,
  async run(ctx, { offerId, reason }) {
    const { caseId, keyId } = await findOfferToMe(ctx, offerId);
    const vault = await openVault(ctx, keyId);
    await settleOffer(ctx, offerId, "rejected", vault.seal(offerPlace(offerId, "answer"), reason));
    return {
      value: { id: offerId },
      audit: { action: "case.offer_rejected", subjectId: caseId, caseId, detail: {} },
    };
  },
});
