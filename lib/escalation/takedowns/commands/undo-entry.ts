import "server-only";
import { and, eq } from "drizzle-orm";
import { references, takedownEvents } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { type EntryRow, lockItem, requirePerson } from "../access";
import { UndoEntry } from "../input";

/**
 * Undoes the entry that was recorded last about an item. The history keeps it; a report ID that came with it is withdrawn.
 * @throws AppError conflict when there is none
 */
export const undoEntry = command({
  needs: "case.write",
  input: UndoEntry,
  async run(ctx, { takedownId }) {
    const { row, entries } = await lockItem(ctx, takedownId);
    const last = entries.at(-1);
    if (!last) throw new AppError("conflict", t("Nothing was recorded about this item yet."));
    await ctx.db
      .update(takedownEvents)
      .set({ undoneBy: requirePerson(ctx), undoneAt: ctx.now })
      .where(and(eq(takedownEvents.orgId, ctx.orgId), eq(takedownEvents.id, last.id)));
    await withdrawNumber(ctx, last);
    await touchCase(ctx, row.id);
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.undone", subjectId: takedownId, caseId: row.id, detail: { event: last.event } },
    };
  },
});

/** Only a number that was recorded with the entry: one that was chosen was there before. */
async function withdrawNumber(ctx: TxCtx, { referenceId, recordedAt }: EntryRow): Promise<void> {
  if (referenceId === null) return;
  const [number] = await ctx.db
    .select({ recordedAt: references.recordedAt, state: references.state })
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), eq(references.id, referenceId)));
  if (number?.state !== "issued" || number.recordedAt.getTime() !== recordedAt.getTime()) return;
  await withdrawReference(ctx, { referenceId, reason: "The entry that it came with was undone." });
}
