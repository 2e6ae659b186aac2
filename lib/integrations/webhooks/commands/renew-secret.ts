import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { addHours } from "@/lib/platform/time/clock";
import { changeRow, lockWebhook, newSecret } from "../access";
import { OneWebhook } from "../input";
import { bothValidHours, oldSecretPlace, secretPlace } from "../rules";

/**
 * Makes a new secret, returned once. For a day messages are signed with both, so that the receiver loses none.
 * @throws AppError not_found; invalid at `passkey` without fresh proof
 */
export const renewSecret = command({
  needs: "integration.write",
  input: OneWebhook,
  async run(ctx, { webhookId }) {
    requireStepUp(ctx, "webhook.write");
    const row = await lockWebhook(ctx, webhookId);
    const vault = await openVault(ctx, row.keyId);
    const secret = newSecret();
    await changeRow(ctx, webhookId, {
      oldSecret: vault.seal(oldSecretPlace(webhookId), vault.open(secretPlace(webhookId), row.secret)),
      oldSecretUntil: addHours(ctx.now, bothValidHours),
      secret: vault.seal(secretPlace(webhookId), secret),
    });
    return { value: { secret }, audit: { action: "webhook.secret_renewed", subjectId: webhookId, detail: {} } };
  },
});
