import "server-only";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { webhookMessages, webhooks } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import type { WebhookRow } from "./access";
import { addressPlace, bodyOf, oldSecretPlace, secretPlace } from "./rules";

/** A message that this worker sends now. */
export type Claimed = {
  id: string;
  webhookId: string;
  address: string;
  secrets: string[];
  body: string;
  /** This one included. */
  attempts: number;
};

/** At once, so that one slow receiver does not hold up the others. */
const most = 25;

/** Longer than an attempt takes: a worker that claimed a message this long ago has died. */
const claimMs = 5 * 60_000;

/**
 * Takes the messages that are due, each for one worker. A case may have been closed to other systems since: then its
 * message is left out.
 */
export function claimMessages(ctx: Ctx): Promise<Claimed[]> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const live = await db
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.orgId, orgId), isNull(webhooks.offAt)));
    const liveIds = live.map(({ id }) => id);
    const due = and(
      eq(webhookMessages.orgId, orgId),
      eq(webhookMessages.state, "waiting"),
      lte(webhookMessages.nextAt, now),
      among(webhookMessages.webhookId, liveIds),
    );
    const mayTell = sql<boolean>`app.may_tell_outside(${webhookMessages.caseId})`;
    const rows = await db
      .select({ message: webhookMessages, mayTell })
      .from(webhookMessages)
      .where(due)
      .orderBy(asc(webhookMessages.nextAt), asc(webhookMessages.id))
      .limit(most)
      .for("update", { skipLocked: true });
    const told = rows.filter((row) => row.mayTell);
    const change = (values: object, ids: readonly string[]) =>
      db
        .update(webhookMessages)
        .set(values)
        .where(and(eq(webhookMessages.orgId, orgId), among(webhookMessages.id, ids)));
    const ids = (some: typeof rows) => some.map(({ message }) => message.id);
    await change({ state: "left_out", settledAt: now }, ids(rows.filter((row) => !row.mayTell)));
    const claimed = { attempts: sql`${webhookMessages.attempts} + 1`, nextAt: new Date(now.getTime() + claimMs) };
    await change(claimed, ids(told));
    const opened = new Map<string, Awaited<ReturnType<typeof openWebhook>>>();
    for (const webhook of live)
      if (told.some(({ message }) => message.webhookId === webhook.id))
        opened.set(webhook.id, await openWebhook(scoped, webhook));
    return told.flatMap(({ message }) => {
      const to = opened.get(message.webhookId);
      if (!to) return [];
      const { id, webhookId, attempts } = message;
      return [{ id, webhookId, ...to, body: bodyOf(message), attempts: attempts + 1 }];
    });
  });
}

async function openWebhook(ctx: TxCtx, { id, keyId, address, secret, oldSecret, oldSecretUntil }: WebhookRow) {
  const vault = await openVault(ctx, keyId);
  const isOldValid = oldSecretUntil !== null && oldSecretUntil > ctx.now;
  const old = isOldValid ? vault.openMaybe(oldSecretPlace(id), oldSecret) : null;
  return {
    address: vault.open(addressPlace(id), address),
    secrets: [vault.open(secretPlace(id), secret), ...(old === null ? [] : [old])],
  };
}
