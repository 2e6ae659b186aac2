import "server-only";
import { and, eq } from "drizzle-orm";
import { consents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** One consent of a case that was locked, kept from others until the end of the act. @throws AppError not_found */
export async function lockConsent(ctx: TxCtx, caseId: string, consentId: string) {
  const mine = and(eq(consents.orgId, ctx.orgId), eq(consents.caseId, caseId), eq(consents.id, consentId));
  const [row] = await ctx.db.select().from(consents).where(mine).for("update");
  if (!row) throw new AppError("not_found", t("No such consent."));
  return { row, mine };
}
