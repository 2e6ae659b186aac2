import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { chatSenders } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { requireAccount } from "@/lib/casework/incidents/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findSender } from "../access";
import { LinkSender } from "../input";

/**
 * Identifies a sender: an account of the subject, the client, or nobody known. @throws AppError conflict if nothing
 * changes
 */
export const linkSender = command({
  needs: "case.write",
  input: LinkSender,
  async run(ctx, { senderId, to }) {
    const { caseId } = await findSender(ctx, senderId);
    const row = await lockCase(ctx, caseId);
    const sender = await findSender(ctx, senderId);
    const isClient = to === "client";
    const accountId = isClient || to === "nobody" ? null : to;
    if (sender.isClient === isClient && sender.accountId === accountId) {
      throw new AppError("conflict", t("Nothing was changed."), { to: t("This is what is noted already.") });
    }
    await requireAccount(ctx, row.id, accountId).catch((error) => {
      throw error instanceof AppError ? new AppError("invalid", error.message, { to: error.message }) : error;
    });
    await ctx.db
      .update(chatSenders)
      .set({ isClient, accountId, tiedBy: ctx.actor.memberId, tiedAt: ctx.now })
      .where(eq(chatSenders.id, sender.id));
    await touchCase(ctx, row.id);
    const detail = { to: accountId === null ? to : "account", accountId };
    return {
      value: { id: sender.id },
      audit: { action: "chat.sender_tied", subjectId: sender.id, caseId: row.id, detail },
    };
  },
});
