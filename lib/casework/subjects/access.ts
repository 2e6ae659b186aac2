import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { accountExhibits, accounts, exhibits, subjects } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** A subject of this very case. @throws AppError not_found */
export async function findSubject(ctx: TxCtx, caseId: string, subjectId: string) {
  const [row] = await ctx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, caseId), eq(subjects.id, subjectId)));
  if (!row) throw new AppError("not_found", t("No such subject."));
  return row;
}

/** Every account of a case, for numbering and for repeats. */
export async function accountsOf(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId)))
    .orderBy(accounts.number);
}

/** An account of this very case. @throws AppError not_found */
export async function findAccount(ctx: TxCtx, caseId: string, accountId: string) {
  const row = (await accountsOf(ctx, caseId)).find((account) => account.id === accountId);
  if (!row) throw new AppError("not_found", t("No such account."));
  return row;
}

/** @throws AppError invalid on `exhibitId` for an exhibit of another case */
export async function requireExhibit(ctx: TxCtx, caseId: string, exhibitId: string | null): Promise<void> {
  if (!exhibitId) return;
  const here = and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId));
  const message = t("Choose an exhibit of this case.");
  if ((await ctx.db.$count(exhibits, here)) === 0) throw new AppError("invalid", message, { exhibitId: message });
}

/** Whether an exhibit shows whose the account is. */
export async function isShown(ctx: TxCtx, accountId: string): Promise<boolean> {
  const links = and(eq(accountExhibits.orgId, ctx.orgId), eq(accountExhibits.accountId, accountId));
  return (await ctx.db.$count(accountExhibits, links)) > 0;
}

/** @throws AppError invalid on what a confirmed link lacks, and at the checkbox that answers the question */
export function refuseUnconfirmed(missing: Record<string, string>): void {
  if (Object.keys(missing).length === 0) return;
  throw new AppError("invalid", t("A confirmed link says why, and what shows it."), missing);
}
