import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { exhibits, refusals } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { refuse } from "./rules";

/** A refusal of this very case. @throws AppError not_found; conflict when it was settled */
export async function findOpenRefusal(ctx: TxCtx, caseId: string, refusalId: string) {
  const [row] = await ctx.db
    .select()
    .from(refusals)
    .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.caseId, caseId), eq(refusals.id, refusalId)));
  if (!row) throw new AppError("not_found", t("No such refusal."));
  if (row.settledOn) throw new AppError("conflict", t("This refusal is settled already."));
  return row;
}

/** @throws AppError invalid on `proofExhibitId` for an exhibit of another case */
export async function requireProof(ctx: TxCtx, caseId: string, exhibitId: string | null): Promise<void> {
  if (!exhibitId) return;
  const [row] = await ctx.db
    .select({ id: exhibits.id })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.id, exhibitId)));
  if (!row) refuse("proofExhibitId", t("Choose an exhibit of this case."));
}
