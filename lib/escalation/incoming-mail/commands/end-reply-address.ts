import "server-only";
import { and, eq } from "drizzle-orm";
import { replyAddresses } from "@/db/schema";
import { lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findReplyAddress } from "../access";
import { EndReplyAddress } from "../input";

/** Ends a reply address, of a closed case too: what comes to it waits for a person. @throws AppError not_found; conflict */
export const endReplyAddress = command({
  needs: "case.write",
  input: EndReplyAddress,
  async run(ctx, { addressId }) {
    const { caseId } = await findReplyAddress(ctx, addressId);
    await lockAnyCase(ctx, caseId);
    const row = await findReplyAddress(ctx, addressId);
    if (row.endedAt) throw new AppError("conflict", t("This address was ended already."));
    await ctx.db
      .update(replyAddresses)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(and(eq(replyAddresses.orgId, ctx.orgId), eq(replyAddresses.id, addressId)));
    return { value: undefined, audit: { action: "reply_address.ended", subjectId: addressId, caseId, detail: {} } };
  },
});
