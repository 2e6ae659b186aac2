import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, findCaseOf, lockEnquiry, refuseOfCase, seenNow } from "../access";
import { LinkEnquiry } from "../input";

/**
 * Makes an enquiry part of a case, a new one or one that there was. From now on only those who work on the case see it,
 * and it is kept and erased with the case.
 * @throws AppError not_found; invalid at `caseCode`; conflict for a closed or restricted case, and once it is part of one
 */
export const linkEnquiry = command({
  needs: "case.open",
  input: LinkEnquiry,
  async run(ctx, { enquiryId, ...which }) {
    const row = await lockEnquiry(ctx, enquiryId);
    refuseOfCase(row);
    const { id: caseId } = await lockCase(ctx, await findCaseOf(ctx, which));
    await changeEnquiry(ctx, enquiryId, {
      ...seenNow(ctx, row),
      state: "case",
      caseId,
      decidedBy: ctx.actor.memberId,
      decidedAt: ctx.now,
      reason: null,
    });
    await touchCase(ctx, caseId);
    return { value: { caseId }, audit: { action: "enquiry.linked", subjectId: enquiryId, caseId, detail: {} } };
  },
});
