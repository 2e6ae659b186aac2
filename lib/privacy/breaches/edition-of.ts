import "server-only";
import { and, eq } from "drizzle-orm";
import { editions } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";

/** Which edition of the safe contact stands now. */
export async function editionOf(ctx: Scoped, clientId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ version: editions.version })
    .from(editions)
    .where(and(eq(editions.orgId, ctx.orgId), eq(editions.recordId, clientId)));
  return row?.version ?? 0;
}
