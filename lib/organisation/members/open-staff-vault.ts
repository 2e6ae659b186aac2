import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { always } from "@/db/always";
import { dataKeys } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { createVault, openVault, type Vault } from "@/lib/kernel/access/vault";

/** The key for reasons that are about people of the organisation and no case; the first one makes it. */
export async function openStaffVault(ctx: TxCtx): Promise<Vault> {
  const [row] = await ctx.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .where(and(eq(dataKeys.orgId, ctx.orgId), always(dataKeys.purpose, "staff")))
    .orderBy(asc(dataKeys.id))
    .limit(1);
  return row ? openVault(ctx, row.id) : createVault(ctx, "staff");
}
