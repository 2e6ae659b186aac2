import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { charges } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** A charge of this very case. @throws AppError not_found */
export async function findCharge(ctx: TxCtx, caseId: string, chargeId: string) {
  const [row] = await ctx.db
    .select()
    .from(charges)
    .where(and(eq(charges.orgId, ctx.orgId), eq(charges.caseId, caseId), eq(charges.id, chargeId)));
  if (!row) throw new AppError("not_found", t("No such charge."));
  return row;
}
