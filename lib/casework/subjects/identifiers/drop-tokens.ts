import "server-only";
import { and, eq } from "drizzle-orm";
import { searchTokens } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

export async function dropTokens(ctx: TxCtx, id: string): Promise<void> {
  await ctx.db
    .delete(searchTokens)
    .where(
      and(eq(searchTokens.orgId, ctx.orgId), eq(searchTokens.ownerKind, "identifier"), eq(searchTokens.ownerId, id)),
    );
}
