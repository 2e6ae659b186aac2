import "server-only";
import { and, eq } from "drizzle-orm";
import { recordVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The current version of the safe contact. */
export async function contactVersionOf(ctx: TxCtx, clientId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ version: recordVersions.version })
    .from(recordVersions)
    .where(and(eq(recordVersions.orgId, ctx.orgId), eq(recordVersions.recordId, clientId)));
  return row?.version ?? 0;
}
