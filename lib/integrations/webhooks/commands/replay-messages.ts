import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { webhookMessages } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockLiveWebhook } from "../access";
import { ReplayMessages } from "../input";

/**
 * Sends again, with the same id, one message that was sent or given up, or all that were given up.
 * @throws AppError not_found, also for a message that still waits; conflict while the webhook is off, and when none was
 * given up
 */
export const replayMessages = command({
  needs: "integration.write",
  input: ReplayMessages,
  async run(ctx, { webhookId, messageId }) {
    await lockLiveWebhook(ctx, webhookId);
    const which = messageId
      ? and(eq(webhookMessages.id, messageId), inArray(webhookMessages.state, ["sent", "given_up"]))
      : eq(webhookMessages.state, "given_up");
    const again = await ctx.db
      .update(webhookMessages)
      .set({ state: "waiting", attempts: 0, nextAt: ctx.now, settledAt: null, replayed: true })
      .where(and(eq(webhookMessages.orgId, ctx.orgId), eq(webhookMessages.webhookId, webhookId), which))
      .returning({ id: webhookMessages.id });
    if (again.length === 0)
      throw new AppError(messageId ? "not_found" : "conflict", t("There is nothing to send again."));
    const detail = { messages: again.length };
    return { value: detail, audit: { action: "webhook.replayed", subjectId: webhookId, detail } };
  },
});
