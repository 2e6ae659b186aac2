import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, lockEnquiry, seenNow } from "../access";
import { OneEnquiry } from "../input";

/** Somebody has read what is new. She sees that it was read; by whom, she does not. @throws AppError not_found */
export const noteRead = command({
  needs: "case.open",
  input: OneEnquiry,
  async run(ctx, { enquiryId }) {
    const row = await lockEnquiry(ctx, enquiryId);
    await changeEnquiry(ctx, enquiryId, seenNow(ctx, row));
    const entry = { action: "enquiry.read" as const, subjectId: enquiryId, detail: {} };
    return { value: undefined, audit: row.caseId ? { ...entry, caseId: row.caseId } : entry };
  },
});
