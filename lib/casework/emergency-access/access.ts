import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { emergencyAccess } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** The request, locked until this transaction ends. @throws AppError not_found */
export async function lockEmergencyAccess(ctx: TxCtx, lookId: string) {
  const [row] = await ctx.db
    .select()
    .from(emergencyAccess)
    .where(and(eq(emergencyAccess.orgId, ctx.orgId), eq(emergencyAccess.id, lookId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such request."));
  return row;
}
