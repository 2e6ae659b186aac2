import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { authorities, documents, letters, releases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/**
 * Exhibits that are signed papers of the case itself: a statement that was sworn, a written authority, a release, or a scan of a
 * letter. They prove that somebody signed or wrote and no act, so no paper annexes them unless a person chooses to.
 */
export async function signedPapers(ctx: TxCtx, caseId: string): Promise<ReadonlySet<string>> {
  const sworn = await ctx.db
    .select({ id: documents.swornExhibitId })
    .from(documents)
    .where(and(eq(documents.orgId, ctx.orgId), eq(documents.caseId, caseId), isNotNull(documents.swornExhibitId)));
  const given = await ctx.db
    .select({ id: authorities.exhibitId })
    .from(authorities)
    .where(and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, caseId)));
  const released = await ctx.db
    .select({ id: releases.exhibitId })
    .from(releases)
    .where(and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, caseId), isNotNull(releases.exhibitId)));
  const corresponded = await ctx.db
    .select({ id: letters.exhibitId })
    .from(letters)
    .where(and(eq(letters.orgId, ctx.orgId), eq(letters.caseId, caseId), isNotNull(letters.exhibitId)));
  return new Set([...sworn, ...corresponded, ...given, ...released].flatMap(({ id }) => id ?? []));
}
