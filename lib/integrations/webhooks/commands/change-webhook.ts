import "server-only";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { changeRow, lockWebhook, refuseOwnAddress } from "../access";
import { ChangeWebhook } from "../input";
import { actionsOf, addressPlace, namePlace } from "../rules";

/**
 * Changes what a webhook is called, where it leads and what it is told from now on. What waits goes to the new address.
 * @throws AppError not_found; invalid at `name`, `address` or `types`, and at `passkey` without fresh proof
 */
export const changeWebhook = command({
  needs: "integration.write",
  input: ChangeWebhook,
  async run(ctx, { webhookId, name, address, types }) {
    requireStepUp(ctx, "webhook.write");
    refuseOwnAddress(address);
    const row = await lockWebhook(ctx, webhookId);
    const vault = await openVault(ctx, row.keyId);
    await changeRow(ctx, webhookId, {
      name: vault.seal(namePlace(webhookId), name),
      address: vault.seal(addressPlace(webhookId), address),
      actions: actionsOf(types),
    });
    return {
      value: { webhookId },
      audit: { action: "webhook.changed", subjectId: webhookId, detail: { kinds: types.length } },
    };
  },
});
