import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, lockEnquiry, refuseOfCase, seenNow, writeToEnquirer } from "../access";
import { ReferEnquiry } from "../input";

/**
 * Tells her where she finds help, and closes the enquiry. If she writes again it is open again.
 * @throws AppError not_found; invalid at `words`; conflict once it is part of a case
 */
export const referEnquiry = command({
  needs: "case.open",
  input: ReferEnquiry,
  async run(ctx, { enquiryId, words }) {
    const row = await lockEnquiry(ctx, enquiryId);
    refuseOfCase(row);
    await writeToEnquirer(ctx, row, words);
    await changeEnquiry(ctx, enquiryId, {
      ...seenNow(ctx, row),
      answeredAt: ctx.now,
      state: "referred",
      decidedBy: ctx.actor.memberId,
      decidedAt: ctx.now,
    });
    return { value: undefined, audit: { action: "enquiry.referred", subjectId: enquiryId, detail: {} } };
  },
});
