import "server-only";
import { references } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { noteChange } from "./note-change";
import { watchNumber } from "./watch-number";
import { writeKeys } from "./write-keys";

type NewReference = Omit<typeof references.$inferInsert, "orgId" | "recordedBy" | "recordedAt"> & {
  keys: readonly string[];
};

/**
 * Writes a reference, its search spellings and the first line of its history. If a hidden case has the number too, only
 * those responsible for that case are notified.
 */
export async function writeReference(ctx: TxCtx, { keys, ...row }: NewReference): Promise<void> {
  const by = { orgId: ctx.orgId, recordedBy: ctx.actor.memberId, recordedAt: ctx.now };
  if (row.state === "issued" && row.canonical) await watchNumber(ctx, { kind: row.kind, canonical: row.canonical });
  await ctx.db.insert(references).values({ ...row, ...by });
  await writeKeys(ctx, { caseId: row.caseId, referenceId: row.id, handoverId: row.handoverId ?? null, keys });
  await noteChange(ctx, { ...row, change: "recorded", before: {}, after: row, reason: null });
}
