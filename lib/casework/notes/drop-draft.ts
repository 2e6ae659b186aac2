import "server-only";
import { and, eq } from "drizzle-orm";
import { noteDrafts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Removes what this person typed of a note, once it is saved or given up. */
export async function dropDraft(ctx: TxCtx, noteId: string): Promise<void> {
  const mine = and(eq(noteDrafts.orgId, ctx.orgId), eq(noteDrafts.memberId, ctx.actor.memberId ?? ctx.orgId));
  await ctx.db.delete(noteDrafts).where(and(mine, eq(noteDrafts.noteId, noteId)));
}
