import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { changeRow, lockWebhook } from "../access";
import { endWaiting } from "../end-waiting";
import { TurnWebhook } from "../input";

/**
 * Turns a webhook off, or on again. What happens while it is off is not told later; what waited is given up, and can be
 * sent again. @throws AppError not_found; invalid at `passkey` without fresh proof
 */
export const turnWebhook = command({
  needs: "integration.write",
  input: TurnWebhook,
  async run(ctx, { webhookId, on }) {
    requireStepUp(ctx, "webhook.write");
    await lockWebhook(ctx, webhookId);
    await changeRow(ctx, webhookId, on ? { off: null, offAt: null } : { off: "person", offAt: ctx.now });
    if (!on) await endWaiting(ctx, webhookId);
    const action = on ? "webhook.turned_on" : "webhook.turned_off";
    return { value: { on }, audit: { action, subjectId: webhookId, detail: {} } };
  },
});
