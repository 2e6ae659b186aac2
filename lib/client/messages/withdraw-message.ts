import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientMessages } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { OneMessage } from "./input";

/**
 * Takes a message or a status line of ours off the client's page. It stays in the case. What the client wrote stays on
 * her page. @throws AppError not_found; conflict if it is off already
 */
export const withdrawMessage = command({
  needs: "case.write",
  input: OneMessage,
  async run(ctx, { messageId }) {
    const mine = and(eq(clientMessages.orgId, ctx.orgId), eq(clientMessages.id, messageId));
    const [row] = await ctx.db.select().from(clientMessages).where(mine);
    if (row?.writer !== "staff") throw new AppError("not_found", t("No such message."));
    const { id: caseId } = await findCase(ctx, row.caseId);
    const [won] = await ctx.db
      .update(clientMessages)
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.memberId })
      .where(and(mine, isNull(clientMessages.withdrawnAt)))
      .returning({ id: clientMessages.id });
    if (!won) throw new AppError("conflict", t("This was taken off the page already."));
    const audit = { action: "client_message.withdrawn" as const, subjectId: messageId, caseId, detail: {} };
    return { value: undefined, audit };
  },
});
