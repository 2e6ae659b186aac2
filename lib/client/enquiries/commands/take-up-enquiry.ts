import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, lockEnquiry, refuseOfCase, seenNow } from "../access";
import { OneEnquiry } from "../input";

/** Opens an enquiry again that was closed by mistake: it is not erased. @throws AppError not_found; conflict once it is part of a case */
export const takeUpEnquiry = command({
  needs: "case.open",
  input: OneEnquiry,
  async run(ctx, { enquiryId }) {
    const row = await lockEnquiry(ctx, enquiryId);
    refuseOfCase(row);
    await changeEnquiry(ctx, enquiryId, {
      ...seenNow(ctx, row),
      state: "open",
      decidedBy: null,
      decidedAt: null,
      reason: null,
    });
    return { value: undefined, audit: { action: "enquiry.taken_up", subjectId: enquiryId, detail: {} } };
  },
});
