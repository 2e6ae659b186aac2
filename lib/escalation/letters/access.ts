import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, letters, references } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

/** @throws AppError invalid on `exhibitId`, for an exhibit of another case */
export async function requireScan(ctx: TxCtx, caseId: string, exhibitId: string | null): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  if (!row) refuse("exhibitId", t("Choose an exhibit of this case."));
}

/** @throws AppError invalid on `referenceId`, for a number of another case */
export async function requireNumber(ctx: TxCtx, caseId: string, referenceId: string | null): Promise<void> {
  if (!referenceId) return;
  const [row] = await ctx.db
    .select({ id: references.id })
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), eq(references.caseId, caseId), eq(references.id, referenceId)));
  if (!row) refuse("referenceId", t("Choose a number of this case."));
}

/** A letter that stands on the register, with its case locked. @throws AppError not_found; conflict once withdrawn */
export async function lockLetter(ctx: TxCtx, letterId: string) {
  const missing = () => new AppError("not_found", t("No such letter."));
  if (!isId(letterId)) throw missing();
  const mine = and(eq(letters.orgId, ctx.orgId), eq(letters.id, letterId));
  const [seen] = await ctx.db.select({ caseId: letters.caseId }).from(letters).where(mine);
  if (!seen) throw missing();
  const found = await lockCase(ctx, seen.caseId);
  const [row] = await ctx.db.select().from(letters).where(mine);
  if (!row) throw missing();
  if (row.withdrawnAt) throw new AppError("conflict", t("This letter was taken off the register."));
  return { row, found };
}
