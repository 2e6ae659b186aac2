import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, lockEnquiry, seenNow, writeToEnquirer } from "../access";
import { AnswerEnquiry } from "../input";

/** Puts an answer where she finds it with her code. Nothing is sent anywhere. @throws AppError not_found; invalid at `words` */
export const answerEnquiry = command({
  needs: "case.open",
  input: AnswerEnquiry,
  async run(ctx, { enquiryId, words }) {
    const row = await lockEnquiry(ctx, enquiryId);
    await writeToEnquirer(ctx, row, words);
    await changeEnquiry(ctx, enquiryId, { ...seenNow(ctx, row), answeredAt: ctx.now });
    const entry = { action: "enquiry.answered" as const, subjectId: enquiryId, detail: {} };
    return { value: undefined, audit: row.caseId ? { ...entry, caseId: row.caseId } : entry };
  },
});
