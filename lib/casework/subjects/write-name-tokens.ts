import "server-only";
import { and, eq } from "drizzle-orm";
import { searchTokens } from "@/db/schema";
import { subjectTokens } from "@/lib/casework/cases/subject-tokens";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";

/**
 * Writes the keyed tokens by which a subject is found by the alleged name; the previous name can no longer be found.
 * Two people may share a name, so a match with another case notifies nobody.
 */
export async function writeNameTokens(ctx: TxCtx, subject: { id: string; allegedName: string | null }): Promise<void> {
  await ctx.db
    .delete(searchTokens)
    .where(
      and(
        eq(searchTokens.orgId, ctx.orgId),
        eq(searchTokens.ownerKind, "subject"),
        eq(searchTokens.ownerId, subject.id),
      ),
    );
  const found = subjectTokens(await openTokens(ctx), ctx.orgId, subject);
  if (found.length > 0) await ctx.db.insert(searchTokens).values(found).onConflictDoNothing();
}
