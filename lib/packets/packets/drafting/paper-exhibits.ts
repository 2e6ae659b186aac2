import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { authorities, documents, letters } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { CaseRecord } from "../snapshot/read-case";

/**
 * The exhibits that are signed papers and name the client: scans of sworn statements, of releases, of written
 * authorities and of letters. They travel only when somebody ticks them.
 */
export async function paperExhibits(ctx: TxCtx, record: Pick<CaseRecord, "case" | "releases">): Promise<Set<string>> {
  const caseId = record.case.id;
  const sworn = await ctx.db
    .select({ id: documents.swornExhibitId })
    .from(documents)
    .where(and(eq(documents.orgId, ctx.orgId), eq(documents.caseId, caseId), isNotNull(documents.swornExhibitId)));
  const authorised = await ctx.db
    .select({ id: authorities.exhibitId })
    .from(authorities)
    .where(and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, caseId)));
  const released = record.releases.map((row) => ({ id: row.exhibitId }));
  const corresponded = await ctx.db
    .select({ id: letters.exhibitId })
    .from(letters)
    .where(and(eq(letters.orgId, ctx.orgId), eq(letters.caseId, caseId), isNotNull(letters.exhibitId)));
  return new Set([...sworn, ...corresponded, ...authorised, ...released].flatMap(({ id }) => id ?? []));
}
