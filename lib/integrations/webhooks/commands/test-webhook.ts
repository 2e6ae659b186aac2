import "server-only";
import { command } from "@/lib/kernel/access/command";
import { lockLiveWebhook } from "../access";
import { OneWebhook } from "../input";

/** Sends a test message. As every message, it is made by the entry in the log. @throws AppError not_found or conflict */
export const testWebhook = command({
  needs: "integration.write",
  input: OneWebhook,
  async run(ctx, { webhookId }) {
    await lockLiveWebhook(ctx, webhookId);
    return { value: { webhookId }, audit: { action: "webhook.tested", subjectId: webhookId, detail: {} } };
  },
});
