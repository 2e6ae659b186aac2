import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts, subjects } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** A subject of this very case. @throws AppError not_found */
export async function findSubject(ctx: Scoped, caseId: string, subjectId: string) {
  const [row] = await ctx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, caseId), eq(subjects.id, subjectId)));
  if (!row) throw new AppError("not_found", "No such subject.");
  return row;
}

/** Every account of a case, for numbering and for repeats. */
export async function accountsOf(ctx: Scoped, caseId: string) {
  return ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId)))
    .orderBy(accounts.number);
}
