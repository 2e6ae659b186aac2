import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { auditEntries, members, wordCovers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Role, roles } from "@/lib/kernel/access/roles";
import type { Vault } from "@/lib/kernel/access/vault";
import { coverPlace } from "./rules";
import type { CoverKind, WordCoverView } from "./types";

type Of = {
  caseId: string;
  exhibitId?: string;
  /** Covers that count although they were taken back: a packet was built with them. */
  also?: ReadonlySet<string>;
};

/** The covers in force on a case, by exhibit, oldest first. The caller must be allowed to see the case. */
export async function readCovers(
  ctx: TxCtx,
  vault: Vault,
  { caseId, exhibitId, also }: Of,
): Promise<Map<string, WordCoverView[]>> {
  const condition = exhibitId === undefined ? undefined : eq(wordCovers.exhibitId, exhibitId);
  const rows = await ctx.db
    .select({ ...getTableColumns(wordCovers), role: members.role, name: members.name })
    .from(wordCovers)
    .leftJoin(members, and(eq(members.orgId, wordCovers.orgId), eq(members.id, wordCovers.madeBy)))
    .where(and(eq(wordCovers.orgId, ctx.orgId), eq(wordCovers.caseId, caseId), condition))
    .orderBy(asc(wordCovers.madeAt), asc(wordCovers.id));
  const covers = new Map<string, WordCoverView[]>();
  if (rows.length === 0) return covers;
  const lifted = new Set(rows.map(({ lifts }) => lifts));
  const roleOf = await rolesThen(ctx, caseId);
  for (const row of rows) {
    if (row.lifts !== null) continue;
    const by = roleOf(row) ?? row.role;
    if (lifted.has(row.id) && !also?.has(row.id)) continue;
    const cover: WordCoverView = {
      id: row.id,
      words: vault.openMaybe(coverPlace(row.id, "words"), row.words) ?? "",
      kind: row.kind ?? ("other" satisfies CoverKind),
      reason: vault.openMaybe(coverPlace(row.id, "reason"), row.reason),
      place: row.place,
      reading: row.reading,
      by,
      madeBy: row.name ?? t("A former colleague"),
      madeAt: row.madeAt,
    };
    covers.set(row.exhibitId, [...(covers.get(row.exhibitId) ?? []), cover]);
  }
  return covers;
}

type Made = { exhibitId: string; madeBy: string };

/**
 * The role in which each cover was made, queried in order of creation: the member may have another role by now. Each
 * has one audit entry, written with it.
 */
async function rolesThen(ctx: TxCtx, caseId: string): Promise<(made: Made) => Role | undefined> {
  const { subjectId, memberId, role } = auditEntries;
  const rows = await ctx.db
    .select({ subjectId, memberId, role })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.orgId, ctx.orgId),
        eq(auditEntries.caseId, caseId),
        eq(auditEntries.action, "exhibit.words_covered"),
      ),
    )
    .orderBy(asc(auditEntries.seq));
  const left = [...rows];
  return ({ exhibitId, madeBy }) => {
    const at = left.findIndex((row) => row.subjectId === exhibitId && row.memberId === madeBy);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return roles.find((role) => role === found?.role);
  };
}
