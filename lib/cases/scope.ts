import "server-only";
import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { caseMembers, cases } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A caseworker sees the cases they work on, a supervisor every case. The database holds the same line by itself. */
export function visibleCases(ctx: Scoped): SQL | undefined {
  const mine = eq(cases.orgId, ctx.orgId);
  if (ctx.actor.role !== "caseworker" || !ctx.actor.memberId) return mine;
  const worked = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(eq(caseMembers.memberId, ctx.actor.memberId));
  return and(mine, or(eq(cases.ownerId, ctx.actor.memberId), inArray(cases.id, worked)));
}

/** The case, when this person may see it. @throws AppError not_found otherwise, and for text that is no id */
export async function findCase(ctx: Scoped, caseId: string) {
  if (isId(caseId)) {
    const [row] = await ctx.db
      .select()
      .from(cases)
      .where(and(visibleCases(ctx), eq(cases.id, caseId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such case.");
}

/**
 * As findCase, and nobody else changes the case until this transaction ends: every command on a case begins with it.
 * @throws AppError not_found; conflict for a closed case, which is read but not changed
 */
export async function lockCase(ctx: Scoped, caseId: string) {
  const row = await lockAnyCase(ctx, caseId);
  if (row.closedAt) throw new AppError("conflict", "This case is closed. Open it again first.");
  return row;
}

/** The same for what also happens to a closed case: opening it again, and jobs that came late. */
export async function lockAnyCase(ctx: Scoped, caseId: string) {
  if (isId(caseId)) {
    const [row] = await ctx.db
      .select()
      .from(cases)
      .where(and(visibleCases(ctx), eq(cases.id, caseId)))
      .for("update");
    if (row) return row;
  }
  throw new AppError("not_found", "No such case.");
}

/** Something happened on the case: notes when, and has the ladder looked at again once this is committed. */
export async function touchCase(ctx: Scoped, caseId: string): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ lastActivityAt: ctx.now })
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
  await enqueue(ctx, "ladder.advance", { caseId });
}
