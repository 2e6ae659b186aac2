import "server-only";
import { and, eq } from "drizzle-orm";
import { webhooks } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

export type WebhookRow = typeof webhooks.$inferSelect;

/** A webhook, locked until this transaction ends. @throws AppError not_found */
export async function lockWebhook(ctx: TxCtx, webhookId: string): Promise<WebhookRow> {
  const [row] = await ctx.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.orgId, ctx.orgId), eq(webhooks.id, webhookId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such webhook. Somebody may have removed it."));
  return row;
}

/** The same, if something is sent to it. @throws AppError not_found; conflict while it is turned off */
export async function lockLiveWebhook(ctx: TxCtx, webhookId: string): Promise<WebhookRow> {
  const row = await lockWebhook(ctx, webhookId);
  if (row.offAt) throw new AppError("conflict", t("This webhook is turned off. Turn it on first."));
  return row;
}

export async function changeRow(
  ctx: TxCtx,
  webhookId: string,
  values: Partial<typeof webhooks.$inferInsert>,
): Promise<void> {
  await ctx.db
    .update(webhooks)
    .set(values)
    .where(and(eq(webhooks.orgId, ctx.orgId), eq(webhooks.id, webhookId)));
}

/** A secret as receivers keep it: 256 random bits. */
export const newSecret = (): string => `whsec_${newToken().toString("base64")}`;

/** @throws AppError invalid at `address` when it is our own */
export function refuseOwnAddress(address: string): void {
  if (new URL(address).hostname !== new URL(env().APP_ORIGIN).hostname) return;
  const message = t("This is the address of Crossdocket itself.");
  throw new AppError("invalid", message, { address: message });
}
