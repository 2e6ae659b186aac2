import "server-only";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { changeEnquiry, lockEnquiry, refuseOfCase, seenNow } from "../access";
import { SetEnquiryAside } from "../input";
import { reasonPlace } from "../rules";

/**
 * Closes an enquiry without an answer. She sees that it was read and nothing else, so that whoever wrote in her place
 * learns nothing. @throws AppError not_found; invalid at `reason`; conflict once it is part of a case
 */
export const setEnquiryAside = command({
  needs: "case.open",
  input: SetEnquiryAside,
  async run(ctx, { enquiryId, reason }) {
    const row = await lockEnquiry(ctx, enquiryId);
    refuseOfCase(row);
    const vault = await openVault(ctx, row.keyId);
    await changeEnquiry(ctx, enquiryId, {
      ...seenNow(ctx, row),
      state: "set_aside",
      decidedBy: ctx.actor.memberId,
      decidedAt: ctx.now,
      reason: vault.seal(reasonPlace(enquiryId), reason),
    });
    return { value: undefined, audit: { action: "enquiry.set_aside", subjectId: enquiryId, detail: {} } };
  },
});
