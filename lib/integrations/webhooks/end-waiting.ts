import "server-only";
import { and, eq } from "drizzle-orm";
import { webhookMessages } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Gives up what waits for a webhook that was turned off. */
export async function endWaiting(ctx: TxCtx, webhookId: string): Promise<void> {
  const { orgId, state, webhookId: its } = webhookMessages;
  await ctx.db
    .update(webhookMessages)
    .set({ state: "given_up", settledAt: ctx.now })
    .where(and(eq(orgId, ctx.orgId), eq(its, webhookId), eq(state, "waiting")));
}
