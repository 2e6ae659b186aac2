import "server-only";
import { and, asc, eq, getTableColumns, gt } from "drizzle-orm";
import { chatImports, derivatives, members, wordCovers } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import type { Vault } from "@/lib/access/vault";
import type { CoverKind, WordCoverView } from "./types";

export const coverPlace = (row: string, column: "words" | "reason") => ({ table: "word_covers", column, row });

type Of = { caseId: string; exhibitId?: string };

/** The covers of a case that stand, by exhibit, the oldest first. Whoever calls may see the case. */
export async function readCovers(
  ctx: Scoped,
  vault: Vault,
  { caseId, exhibitId }: Of,
): Promise<Map<string, WordCoverView[]>> {
  const one = exhibitId === undefined ? undefined : eq(wordCovers.exhibitId, exhibitId);
  const rows = await ctx.db
    .select({ ...getTableColumns(wordCovers), role: members.role, name: members.name })
    .from(wordCovers)
    .leftJoin(members, and(eq(members.orgId, wordCovers.orgId), eq(members.id, wordCovers.madeBy)))
    .where(and(eq(wordCovers.orgId, ctx.orgId), eq(wordCovers.caseId, caseId), one))
    .orderBy(asc(wordCovers.madeAt), asc(wordCovers.id));
  const lifted = new Set(rows.map(({ lifts }) => lifts));
  const covers = new Map<string, WordCoverView[]>();
  for (const row of rows) {
    if (row.lifts !== null || lifted.has(row.id)) continue;
    const cover: WordCoverView = {
      id: row.id,
      words: vault.openMaybe(coverPlace(row.id, "words"), row.words) ?? "",
      kind: row.kind ?? ("other" satisfies CoverKind),
      reason: vault.openMaybe(coverPlace(row.id, "reason"), row.reason),
      place: row.place,
      reading: row.reading,
      by: row.role,
      madeBy: row.name ?? "A former colleague",
      madeAt: row.madeAt,
    };
    covers.set(row.exhibitId, [...(covers.get(row.exhibitId) ?? []), cover]);
  }
  return covers;
}

/** The exhibits of a case of which words were read, so that some can be covered. Whoever calls may see the case. */
export async function readWordy({ db, orgId }: Scoped, caseId: string): Promise<Set<string>> {
  const texts = await db
    .selectDistinct({ exhibitId: derivatives.exhibitId })
    .from(derivatives)
    .where(and(eq(derivatives.orgId, orgId), eq(derivatives.caseId, caseId), eq(derivatives.kind, "text")));
  const chats = await db
    .selectDistinct({ exhibitId: chatImports.exhibitId })
    .from(chatImports)
    .where(and(eq(chatImports.orgId, orgId), eq(chatImports.caseId, caseId), gt(chatImports.messages, 0)));
  return new Set([...texts, ...chats].map(({ exhibitId }) => exhibitId));
}
