import "server-only";
import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, searchTokens, subjects } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { writeNameTokens } from "./write-name-tokens";

/** So many in one transaction. */
const batch = 200;

/**
 * Makes older subjects searchable by their alleged name. Can be interrupted and restarted: finished work is kept, and a
 * name without letters is tried once per run. @returns how many were processed
 */
export async function makeOldTokens(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  let total = 0;
  let after: string | null = null;
  do {
    const done: { last: string | null; count: number } = await withTransaction(ctx, "read write", (scoped) =>
      makeSome(scoped, after),
    );
    total += done.count;
    after = done.last;
  } while (after !== null);
  return total;
}

/** @returns the last one processed; null if there are no more */
async function makeSome(ctx: TxCtx, after: string | null): Promise<{ last: string | null; count: number }> {
  const none = sql`not exists (select 1 from ${searchTokens} t
    where t.org_id = ${subjects.orgId} and t.owner_id = ${subjects.id} and t.owner_kind = 'subject')`;
  // Locked, so that nobody writes another name and its tokens meanwhile.
  const rows = await ctx.db
    .select({ id: subjects.id, caseId: subjects.caseId, name: subjects.allegedName })
    .from(subjects)
    .where(
      and(
        eq(subjects.orgId, ctx.orgId),
        isNotNull(subjects.allegedName),
        none,
        after ? gt(subjects.id, after) : undefined,
      ),
    )
    .orderBy(asc(subjects.id))
    .limit(batch)
    .for("update");
  const kept = await ctx.db
    .select({ id: cases.id, keyId: cases.keyId })
    .from(cases)
    .where(
      and(
        eq(cases.orgId, ctx.orgId),
        among(
          cases.id,
          rows.map(({ caseId }) => caseId),
        ),
      ),
    );
  const keyOf = new Map(kept.map(({ id, keyId }) => [id, keyId]));
  for (const { id, caseId, name } of rows) {
    const vault = await openVault(ctx, keyOf.get(caseId) ?? "");
    const allegedName = vault.openMaybe({ table: "subjects", column: "alleged_name", row: id }, name);
    await writeNameTokens(ctx, { id, allegedName });
  }
  return { last: rows.length < batch ? null : (rows.at(-1)?.id ?? null), count: rows.length };
}
