import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { always } from "@/db/always";
import { dataKeys } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { createVault, openVault, type Vault } from "@/lib/kernel/access/vault";

/** The key for text about officers; created by an organisation's first call. */
export async function openDirectory(ctx: TxCtx): Promise<Vault> {
  const [row] = await ctx.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .where(and(eq(dataKeys.orgId, ctx.orgId), always(dataKeys.purpose, "directory")))
    .orderBy(asc(dataKeys.id))
    .limit(1);
  return row ? openVault(ctx, row.id) : createVault(ctx, "directory");
}
