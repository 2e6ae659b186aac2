import "server-only";
import { command } from "@/lib/kernel/access/command";
import { changeEnquiry, ownEnquiry } from "../access";
import { Nothing } from "../input";

/** She has written her code down: it is shown nowhere any more. @throws AppError unauthenticated when it is gone */
export const noteReceipt = command({
  needs: "own.enquiry",
  input: Nothing,
  async run(ctx) {
    const row = await ownEnquiry(ctx);
    await changeEnquiry(ctx, row.id, { receiptNotedAt: row.receiptNotedAt ?? ctx.now });
    return { value: undefined, audit: { action: "enquiry.receipt_noted", subjectId: row.id, detail: {} } };
  },
});
