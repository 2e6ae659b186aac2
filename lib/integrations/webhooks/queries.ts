import "server-only";
import { and, asc, count, desc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { members, webhookAttempts, webhookMessages, webhooks } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { WebhookRow } from "./access";
import { addressPlace, namePlace, typeOf, typesOf } from "./rules";
import type { MessageLine, WebhookLine, WebhookView } from "./types";

/** The webhooks of the organisation, oldest first. */
export const listWebhooks = query("integration.write", async (ctx): Promise<WebhookLine[]> => {
  const rows = await ctx.db.select().from(webhooks).where(eq(webhooks.orgId, ctx.orgId)).orderBy(asc(webhooks.addedAt));
  const counted = await countMessages(ctx);
  return Promise.all(rows.map((row) => lineOf(ctx, row, counted)));
});

/** One webhook. @throws AppError not_found */
export const readWebhook = query("integration.write", async (ctx, webhookId: string): Promise<WebhookView> => {
  const [found] = isId(webhookId)
    ? await ctx.db
        .select({ webhook: webhooks, addedBy: members.name })
        .from(webhooks)
        .leftJoin(members, eq(members.id, webhooks.addedBy))
        .where(and(eq(webhooks.orgId, ctx.orgId), eq(webhooks.id, webhookId)))
    : [];
  if (!found) throw new AppError("not_found", t("No such webhook. Somebody may have removed it."));
  const { addedAt, oldSecretUntil } = found.webhook;
  const line = await lineOf(ctx, found.webhook, await countMessages(ctx));
  const isOldValid = oldSecretUntil !== null && oldSecretUntil > ctx.now;
  return { ...line, addedAt, addedBy: found.addedBy, oldSecretUntil: isOldValid ? oldSecretUntil : null };
});

/** As many as a page shows. */
const mostShown = 100;

/** The newest messages of a webhook, each with its last attempt. */
export const listMessages = query("integration.write", async (ctx, webhookId: string): Promise<MessageLine[]> => {
  const rows = await ctx.db
    .select()
    .from(webhookMessages)
    .where(and(eq(webhookMessages.orgId, ctx.orgId), eq(webhookMessages.webhookId, webhookId)))
    .orderBy(desc(webhookMessages.happenedAt), desc(webhookMessages.id))
    .limit(mostShown);
  const ids = rows.map(({ id }) => id);
  const { messageId, at, status, problem, orgId } = webhookAttempts;
  const tried = await ctx.db
    .selectDistinctOn([messageId], { messageId, at, status, problem })
    .from(webhookAttempts)
    .where(and(eq(orgId, ctx.orgId), among(messageId, ids)))
    .orderBy(messageId, desc(at), desc(webhookAttempts.id));
  const last = new Map(tried.map(({ messageId: of, ...attempt }) => [of, attempt]));
  return rows.map(({ id, action, happenedAt, state, attempts, nextAt, replayed }) => ({
    id,
    type: typeOf(action),
    happenedAt,
    state,
    attempts,
    nextAt,
    replayed,
    last: last.get(id) ?? null,
  }));
});

type Counted = { webhookId: string; state: string; rows: number };

function countMessages(ctx: TxCtx): Promise<Counted[]> {
  const { webhookId, state } = webhookMessages;
  return ctx.db
    .select({ webhookId, state, rows: count() })
    .from(webhookMessages)
    .where(eq(webhookMessages.orgId, ctx.orgId))
    .groupBy(webhookId, state);
}

async function lineOf(ctx: TxCtx, row: WebhookRow, counted: readonly Counted[]): Promise<WebhookLine> {
  const { id, keyId, name, address, actions, off, offAt, lastSentAt } = row;
  const vault = await openVault(ctx, keyId);
  const countOf = (state: string) => counted.find((of) => of.webhookId === id && of.state === state)?.rows ?? 0;
  return {
    id,
    off,
    offAt,
    lastSentAt,
    name: vault.open(namePlace(id), name),
    address: vault.open(addressPlace(id), address),
    types: typesOf(actions),
    waiting: countOf("waiting"),
    givenUp: countOf("given_up"),
  };
}
