import "server-only";
import { and, eq } from "drizzle-orm";
import { arrivals } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

type ArrivalRow = typeof arrivals.$inferSelect;

/** One of this member's own, whatever its state. @throws AppError not_found */
export async function findArrival(ctx: TxCtx, arrivalId: string): Promise<ArrivalRow> {
  const [row] = await ctx.db.select().from(arrivals).where(mine(ctx, arrivalId));
  if (!row) throw new AppError("not_found", t("No such entry."));
  return row;
}

/** The same, locked, and still here. @throws AppError not_found; conflict if it was placed or deleted before */
export async function lockArrival(ctx: TxCtx, arrivalId: string): Promise<ArrivalRow> {
  const [row] = await ctx.db.select().from(arrivals).where(mine(ctx, arrivalId)).for("update");
  if (!row) throw new AppError("not_found", t("No such entry."));
  if (row.state === "placed" || row.state === "aside") throw new AppError("conflict", t("This was settled already."));
  return row;
}

export const mine = (ctx: TxCtx, arrivalId: string) =>
  and(
    eq(arrivals.orgId, ctx.orgId),
    eq(arrivals.id, arrivalId),
    eq(arrivals.memberId, ctx.actor.memberId ?? ctx.orgId),
  );

export const notYours = (): AppError =>
  new AppError("forbidden", t("This device was prepared by somebody else, or has ended."));
