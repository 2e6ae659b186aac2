import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { accounts, imageStops } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { minorsStopMessage } from "./labels";

/** The stop in force on a case, or null. */
export async function openStop(ctx: TxCtx, caseId: string) {
  const [row] = await ctx.db
    .select()
    .from(imageStops)
    .where(and(eq(imageStops.orgId, ctx.orgId), eq(imageStops.caseId, caseId), isNull(imageStops.liftedAt)));
  return row ?? null;
}

/**
 * True while the case accepts no files. Call it after lockCase before storing a file: a stop also locks the case, so
 * whichever comes second sees the first.
 */
export async function isStopped(ctx: TxCtx, caseId: string): Promise<boolean> {
  return (await openStop(ctx, caseId)) !== null;
}

/** @throws AppError conflict while the case accepts, shows and hands out no files */
export async function refuseWhileStopped(ctx: TxCtx, caseId: string): Promise<void> {
  if (await isStopped(ctx, caseId)) throw new AppError("conflict", minorsStopMessage);
}

/** @throws AppError invalid on `accountId` for an account of another case */
export async function requireAccountOfCase(ctx: TxCtx, caseId: string, accountId: string | null): Promise<void> {
  if (!accountId) return;
  const here = and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.id, accountId));
  const message = t("Choose an account of this case.");
  if ((await ctx.db.$count(accounts, here)) === 0) throw new AppError("invalid", message, { accountId: message });
}
