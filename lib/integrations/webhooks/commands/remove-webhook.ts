import "server-only";
import { and, eq } from "drizzle-orm";
import { dataKeys, webhooks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { lockWebhook } from "../access";
import { OneWebhook } from "../input";

/** Removes a webhook with its messages and its key. @throws AppError not_found; invalid at `passkey` without fresh proof */
export const removeWebhook = command({
  needs: "integration.write",
  input: OneWebhook,
  async run(ctx, { webhookId }) {
    requireStepUp(ctx, "webhook.write");
    const { keyId } = await lockWebhook(ctx, webhookId);
    await ctx.db.delete(webhooks).where(and(eq(webhooks.orgId, ctx.orgId), eq(webhooks.id, webhookId)));
    await ctx.db.delete(dataKeys).where(and(eq(dataKeys.orgId, ctx.orgId), eq(dataKeys.id, keyId)));
    return { value: { webhookId }, audit: { action: "webhook.removed", subjectId: webhookId, detail: {} } };
  },
});
