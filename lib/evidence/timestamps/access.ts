import "server-only";
import { and, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";

export type StampRow = typeof timestamps.$inferSelect;

type Exhibit = { id: string; caseId: string; sha256: string };

/** The row of this authority, created if missing, locked until this transaction ends. */
export async function lockStamp(ctx: TxCtx, exhibit: Exhibit, authority: string): Promise<StampRow> {
  await ctx.db
    .insert(timestamps)
    .values(pendingRow(ctx, exhibit, authority))
    .onConflictDoNothing();
  const mine = and(eq(timestamps.exhibitId, exhibit.id), eq(timestamps.authority, authority));
  const [row] = await ctx.db
    .select()
    .from(timestamps)
    .where(and(eq(timestamps.orgId, ctx.orgId), mine))
    .for("update");
  if (!row) throw new Error("The row of a stamp is not there.");
  return row;
}

export function pendingRow(ctx: TxCtx, exhibit: Exhibit, authority: string): typeof timestamps.$inferInsert {
  const { id: exhibitId, caseId, sha256 } = exhibit;
  return { id: newId(), orgId: ctx.orgId, caseId, exhibitId, sha256, authority, state: "pending", askedAt: ctx.now };
}
