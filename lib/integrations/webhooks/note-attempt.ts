import "server-only";
import { and, eq } from "drizzle-orm";
import { webhookAttempts, webhookMessages } from "@/db/schema";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { chance, newId } from "@/lib/platform/ids";
import { changeRow, lockWebhook } from "./access";
import { endWaiting } from "./end-waiting";
import { nextAttempt, outcomeOf } from "./rules";
import type { Off } from "./types";

type Attempt = { messageId: string; webhookId: string; status: number | null; problem: string | null; tookMs: number };

/**
 * Records what came of an attempt: sent, to be sent again, or given up, which the log says and an alert follows. A
 * webhook that took nothing since the message that was given up, or that says it is gone, is turned off.
 */
export function noteAttempt(ctx: Ctx, { messageId, webhookId, status, problem, tookMs }: Attempt): Promise<void> {
  return withTransaction(ctx, "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const webhook = await lockWebhook(scoped, webhookId);
    const its = and(eq(webhookMessages.orgId, orgId), eq(webhookMessages.id, messageId));
    const [message] = await db.select().from(webhookMessages).where(its).for("update");
    if (!message) return;
    await db.insert(webhookAttempts).values({ id: newId(), orgId, messageId, at: now, tookMs, status, problem });
    const outcome = outcomeOf(status);
    if (outcome === "sent") {
      await db.update(webhookMessages).set({ state: "sent", settledAt: now }).where(its);
      return changeRow(scoped, webhookId, { lastSentAt: now });
    }
    const next = outcome === "gone" ? null : nextAttempt(message.attempts, now, chance());
    if (message.state === "waiting" && next) {
      await db.update(webhookMessages).set({ nextAt: next }).where(its);
      return;
    }
    await db.update(webhookMessages).set({ state: "given_up", settledAt: now }).where(its);
    await writeAudit(db, { action: "webhook.given_up", subjectId: webhookId, detail: { action: message.action } });
    const isFailing = webhook.lastSentAt === null || webhook.lastSentAt < message.happenedAt;
    if (webhook.offAt === null && (outcome === "gone" || isFailing))
      await disable(scoped, webhookId, outcome === "gone" ? "gone" : "failing");
  });
}

async function disable(ctx: TxCtx, webhookId: string, why: Off): Promise<void> {
  await changeRow(ctx, webhookId, { off: why, offAt: ctx.now });
  await endWaiting(ctx, webhookId);
  await writeAudit(ctx.db, { action: "webhook.disabled", subjectId: webhookId, detail: { why } });
}
