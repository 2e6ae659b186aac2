import "server-only";
import { and, eq } from "drizzle-orm";
import { referenceKeys } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

type Keys = { caseId: string; referenceId: string; handoverId: string | null; keys: readonly string[] };

/** Replaces the spellings of one reference. */
export async function writeKeys(ctx: TxCtx, { keys, ...owner }: Keys): Promise<void> {
  await ctx.db
    .delete(referenceKeys)
    .where(and(eq(referenceKeys.orgId, ctx.orgId), eq(referenceKeys.referenceId, owner.referenceId)));
  const rows = [...new Set(keys)].map((key) => ({ orgId: ctx.orgId, key, ...owner }));
  if (rows.length > 0) await ctx.db.insert(referenceKeys).values(rows);
}
