import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { handoverOutcomes } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVaults } from "./open-vaults";
import type { OutcomeView } from "./types";

/** The outcomes of these handovers, newest first. */
export async function readOutcomes(ctx: TxCtx, handoverIds: string[]): Promise<Map<string, OutcomeView[]>> {
  const found = new Map<string, OutcomeView[]>();
  if (handoverIds.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(handoverOutcomes)
    .where(and(eq(handoverOutcomes.orgId, ctx.orgId), among(handoverOutcomes.handoverId, handoverIds)))
    .orderBy(desc(handoverOutcomes.recordedAt), desc(handoverOutcomes.id));
  const vaults = openVaults(ctx);
  for (const { id, handoverId, keyId, outcome, on, note, recordedAt, seenAt } of rows) {
    const vault = await vaults(keyId);
    const words = vault.openMaybe({ table: "handover_outcomes", column: "note", row: id }, note);
    const view = { id, outcome, on, note: words, recordedAt, seenAt };
    found.set(handoverId, [...(found.get(handoverId) ?? []), view]);
  }
  return found;
}
