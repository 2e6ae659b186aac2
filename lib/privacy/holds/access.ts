import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseRestrictions, holds } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** The hold, locked until this transaction ends. @throws AppError not_found */
export async function lockHold(ctx: TxCtx, holdId: string): Promise<typeof holds.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.orgId, ctx.orgId), eq(holds.id, holdId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such hold."));
  return row;
}

/** The restriction, locked until this transaction ends. @throws AppError not_found */
export async function lockRestriction(
  ctx: TxCtx,
  restrictionId: string,
): Promise<typeof caseRestrictions.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(caseRestrictions)
    .where(and(eq(caseRestrictions.orgId, ctx.orgId), eq(caseRestrictions.id, restrictionId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such restriction."));
  return row;
}
