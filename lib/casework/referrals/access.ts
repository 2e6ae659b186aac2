import "server-only";
import { and, eq } from "drizzle-orm";
import { referrals } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** A referral of a case that the person may see. @throws AppError not_found */
export async function findReferral(ctx: TxCtx, referralId: string) {
  const [row] = await ctx.db
    .select()
    .from(referrals)
    .where(and(eq(referrals.orgId, ctx.orgId), eq(referrals.id, referralId)));
  if (!row) throw new AppError("not_found", t("No such referral."));
  return { row, found: await findCase(ctx, row.caseId) };
}
