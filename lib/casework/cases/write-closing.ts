import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { overtakeOffer } from "./overtake-offer";

type Ending = { closedAt: Date; outcome: string; note: string };

/**
 * Writes the closing fields of the row, with the note encrypted, and ends a pending offer. The caller holds the case
 * lock.
 */
export async function writeClosing(
  ctx: TxCtx,
  row: { id: string; keyId: string },
  { closedAt, outcome, note }: Ending,
): Promise<void> {
  const vault = await openVault(ctx, row.keyId);
  const closingNote = vault.seal({ table: "cases", column: "closing_note", row: row.id }, note);
  await ctx.db
    .update(cases)
    .set({
      closedAt,
      closedBy: ctx.actor.memberId,
      outcome,
      closingNote,
      lastActivityAt: ctx.now,
      nextStep: "",
      nextDueOn: null,
      nextDueAt: null,
      nextDueLabel: null,
    })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
  await overtakeOffer(ctx, row.id);
}
