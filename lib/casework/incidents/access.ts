import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts, incidents } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** An incident of this very case. @throws AppError not_found */
export async function findIncident(ctx: TxCtx, caseId: string, incidentId: string) {
  const [row] = await ctx.db
    .select()
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId), eq(incidents.id, incidentId)));
  if (!row) throw new AppError("not_found", t("No such incident."));
  return row;
}

/** @throws AppError invalid on `accountId` for an account of another case */
export async function requireAccount(ctx: TxCtx, caseId: string, accountId: string | null): Promise<void> {
  if (!accountId) return;
  const [row] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
  const message = t("Choose an account of this case.");
  if (!row) throw new AppError("invalid", message, { accountId: message });
}
