import "server-only";
import { and, eq } from "drizzle-orm";
import { documents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { DocumentRecord } from "./access";

export async function setDocument(ctx: TxCtx, id: string, change: Partial<DocumentRecord>): Promise<void> {
  await ctx.db
    .update(documents)
    .set({ ...change, changedAt: ctx.now })
    .where(and(eq(documents.orgId, ctx.orgId), eq(documents.id, id)));
}
