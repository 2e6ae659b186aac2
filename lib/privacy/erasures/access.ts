import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { cases, clients, erasureRequests, holds } from "@/db/schema";
import { isRestricted } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { ErasedKind } from "./types";

export type ErasureRow = typeof erasureRequests.$inferSelect;

/** The request, locked until this transaction ends. @throws AppError not_found */
export async function lockErasure(ctx: TxCtx, requestId: string): Promise<ErasureRow> {
  const [row] = await ctx.db
    .select()
    .from(erasureRequests)
    .where(and(eq(erasureRequests.orgId, ctx.orgId), eq(erasureRequests.id, requestId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such request."));
  return row;
}

/** What is to be erased: its name for the ledger entry, its key, and its cases. */
export type Target = { code: string; keyId: string; clientId: string; cases: { id: string; closedAt: Date | null }[] };

/** The current case or client. @throws AppError not_found */
export async function findTarget(ctx: TxCtx, of: ErasedKind, id: string): Promise<Target> {
  const table = of === "case" ? cases : clients;
  if (isId(id)) {
    const [row] = await ctx.db
      .select()
      .from(table)
      .where(and(eq(table.orgId, ctx.orgId), eq(table.id, id)));
    if (row) {
      const clientId = "clientId" in row ? (row.clientId as string) : row.id;
      const own = await ctx.db
        .select({ id: cases.id, closedAt: cases.closedAt })
        .from(cases)
        .where(and(eq(cases.orgId, ctx.orgId), of === "case" ? eq(cases.id, id) : eq(cases.clientId, id)))
        .orderBy(cases.id);
      return { code: row.code, keyId: row.keyId, clientId, cases: own };
    }
  }
  throw new AppError("not_found", of === "case" ? t("No such case.") : t("No such client."));
}

/** How many holds are in force on these cases. */
export async function countHolds(ctx: TxCtx, caseIds: readonly string[]): Promise<number> {
  if (caseIds.length === 0) return 0;
  return ctx.db.$count(
    holds,
    and(eq(holds.orgId, ctx.orgId), isNull(holds.liftedAt), sql`${holds.caseId} = any(${sql.param(caseIds)}::uuid[])`),
  );
}

/** What keeps these cases from being erased by anybody. */
export async function whyKept(ctx: TxCtx, target: Target): Promise<"held" | "restricted" | null> {
  const ids = target.cases.map(({ id }) => id);
  if ((await countHolds(ctx, ids)) > 0) return "held";
  return (await isRestricted(ctx, ...ids)) ? "restricted" : null;
}

/** @throws AppError conflict when a case is open, held or restricted */
export async function requireErasable(ctx: TxCtx, target: Target): Promise<void> {
  const why = await whyKept(ctx, target);
  if (why === "held")
    throw new AppError("conflict", t("It is on legal hold. It cannot be erased until the hold is lifted."));
  if (why) throw new AppError("conflict", t("It is restricted. It is not erased until the restriction is lifted."));
  if (target.cases.some(({ closedAt }) => !closedAt)) {
    throw new AppError("conflict", t("A case is still open. Close it first."));
  }
}
