import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { settleChoice } from "@/lib/organisation/choices/access";
import { readChosen } from "@/lib/organisation/choices/rules";
import { overtakeOffer } from "./overtake-offer";

/** `outcome`: as a form sends it. */
type Ending = { closedAt: Date; outcome: string; note: string };

/**
 * Writes the closing fields of the row, with the note encrypted, and ends a pending offer. The caller holds the case
 * lock. @returns the key of ours that the outcome counts as @throws AppError invalid on `outcome`
 */
export async function writeClosing(
  ctx: TxCtx,
  row: { id: string; keyId: string },
  { closedAt, outcome, note }: Ending,
): Promise<string> {
  const chosen = readChosen(outcome);
  const outcomeVersion = await settleChoice(ctx, chosen, { list: "outcome", field: "outcome" });
  const vault = await openVault(ctx, row.keyId);
  const closingNote = vault.seal({ table: "cases", column: "closing_note", row: row.id }, note);
  await ctx.db
    .update(cases)
    .set({
      closedAt,
      closedBy: ctx.actor.memberId,
      outcome: chosen.key,
      outcomeVersion,
      closingNote,
      lastActivityAt: ctx.now,
      nextStep: "",
      nextDueOn: null,
      nextDueAt: null,
      nextDueLabel: null,
    })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
  await overtakeOffer(ctx, row.id);
  return chosen.key;
}
