import "server-only";
import { count, eq } from "drizzle-orm";
import { webhooks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { createVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { newSecret, refuseOwnAddress } from "../access";
import { AddWebhook } from "../input";
import { actionsOf, addressPlace, mostWebhooks, namePlace, secretPlace } from "../rules";

/**
 * Names an address of another system that is told, by ids only, what happens here. The secret is returned once.
 * @throws AppError invalid at `name`, `address` or `types`, and at `passkey` without fresh proof; conflict when there are
 * as many as there may be
 */
export const addWebhook = command({
  needs: "integration.write",
  input: AddWebhook,
  async run(ctx, { name, address, types }) {
    requireStepUp(ctx, "webhook.write");
    refuseOwnAddress(address);
    const [made] = await ctx.db.select({ rows: count() }).from(webhooks).where(eq(webhooks.orgId, ctx.orgId));
    if ((made?.rows ?? 0) >= mostWebhooks)
      throw new AppError("conflict", t("There are {most} webhooks already. Remove one first.", { most: mostWebhooks }));
    const id = newId();
    const secret = newSecret();
    const vault = await createVault(ctx, "webhook");
    await ctx.db.insert(webhooks).values({
      id,
      orgId: ctx.orgId,
      keyId: vault.keyId,
      name: vault.seal(namePlace(id), name),
      address: vault.seal(addressPlace(id), address),
      secret: vault.seal(secretPlace(id), secret),
      actions: actionsOf(types),
      addedBy: ctx.actor.memberId ?? "",
      addedAt: ctx.now,
    });
    return {
      value: { id, secret },
      audit: { action: "webhook.added", subjectId: id, detail: { kinds: types.length } },
    };
  },
});
