import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { assignmentBatches, assignmentRows, cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { openVault } from "@/lib/kernel/access/vault";
import { listAway } from "@/lib/organisation/absences/queries";
import { namesOf } from "@/lib/organisation/members/names-of";
import { listStaff } from "@/lib/organisation/members/queries";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { listAssignable } from "./list-assignable";
import { loadCap, mostCases } from "./rules";
import type { AssignableCase, BatchView, Picked, StaffLoad } from "./types";

/** The cases that were ticked, as this person sees them. */
export const readTicked = query("case.write", async (ctx, ids: readonly string[]): Promise<Picked> => {
  const asked = [...new Set(ids)];
  const known = asked.filter(isId).slice(0, mostCases);
  const found = known.length > 0 ? await listAssignable(ctx, among(cases.id, known)) : [];
  return { cases: found, more: asked.length > mostCases, missing: Math.min(asked.length, mostCases) - found.length };
});

/** The open cases that a member owns. At most 500. */
export const listOpenOf = query(
  "team.read",
  async (ctx, memberId: string): Promise<AssignableCase[]> =>
    listAssignable(ctx, and(eq(cases.ownerId, memberId), isNull(cases.closedAt))),
);

/**
 * Members who can be assigned cases, their current workload and absences. Only a supervisor sees the workload of
 * others.
 */
export const listStaffLoad = query("case.write", async (ctx): Promise<StaffLoad[]> => {
  const away = new Map((await listAway(ctx)).map((absence) => [absence.memberId, absence]));
  const staff = await listStaff(ctx);
  const counts = may(ctx.actor, "team.read") ? await countOpen(ctx, staff) : null;
  return staff.map(({ id, name }) => ({
    id,
    name,
    open: counts ? (counts.get(id) ?? 0) : null,
    awayUntil: away.get(id)?.untilOn ?? null,
    cover: away.get(id)?.coverName ?? null,
  }));
});

async function countOpen(ctx: TxCtx, staff: readonly { id: string }[]): Promise<Map<string, number>> {
  const own = and(eq(cases.orgId, ctx.orgId), sql`${cases.ownerId} = m.id`, isNull(cases.closedAt));
  const rows = await ctx.db.execute<{ id: string; n: number }>(sql`
    select m.id, (select count(*)::int from (select 1 from app.cases where ${own} limit ${loadCap + 1}) capped) as n
    from unnest(${sql.param(staff.map(({ id }) => id))}::uuid[]) m (id)`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/**
 * A batch with the result for each case. Visible only to the person who started it and to supervisors. @throws AppError
 * not_found
 */
export const readBatch = query("case.write", async (ctx, batchId: string): Promise<BatchView> => {
  const [batch] = isId(batchId)
    ? await ctx.db
        .select()
        .from(assignmentBatches)
        .where(and(eq(assignmentBatches.orgId, ctx.orgId), eq(assignmentBatches.id, batchId)))
    : [];
  const mine = batch?.askedBy === ctx.actor.memberId;
  if (!batch || !(mine || may(ctx.actor, "team.read"))) throw new AppError("not_found", t("No such list."));
  const rows = await ctx.db
    .select({
      askedId: assignmentRows.askedId,
      caseId: assignmentRows.caseId,
      result: assignmentRows.result,
      pseudonym: cases.pseudonym,
      code: cases.code,
    })
    .from(assignmentRows)
    .leftJoin(cases, and(eq(cases.orgId, assignmentRows.orgId), eq(cases.id, assignmentRows.askedId)))
    .where(and(eq(assignmentRows.orgId, ctx.orgId), eq(assignmentRows.batchId, batchId)))
    .orderBy(asc(assignmentRows.place));
  const names = await namesOf(ctx, [batch.toMember, batch.askedBy]);
  const vault = await openVault(ctx, batch.keyId);
  return {
    id: batch.id,
    mine,
    askedAt: batch.askedAt,
    rows,
    to: names.get(batch.toMember) ?? "",
    by: names.get(batch.askedBy) ?? "",
    reason: vault.open({ table: "assignment_batches", column: "reason", row: batch.id }, batch.reason),
    done: rows.filter((row) => row.result !== null).length,
  };
});

/** Whether the person started a batch with this id: submitting the same form again continues it. */
export const hasBegun = query("case.write", async (ctx, batchId: string): Promise<boolean> => {
  if (!isId(batchId)) return false;
  const mine = and(eq(assignmentBatches.askedBy, ctx.actor.memberId ?? ctx.orgId), eq(assignmentBatches.id, batchId));
  return (await ctx.db.$count(assignmentBatches, and(eq(assignmentBatches.orgId, ctx.orgId), mine))) > 0;
});
