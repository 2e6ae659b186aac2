import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A person's own view, or for a supervisor a shared one. */
export function mayChangeView(ctx: TxCtx, view: { memberId: string; shared: boolean }): boolean {
  return view.shared ? ctx.actor.role === "supervisor" : view.memberId === ctx.actor.memberId;
}

/** Locks a view that this person may change, also a removed one. @throws AppError not_found; forbidden for a shared one */
export async function lockView(ctx: TxCtx, viewId: string) {
  const mine = and(eq(savedViews.orgId, ctx.orgId), eq(savedViews.id, viewId));
  const [row] = isId(viewId) ? await ctx.db.select().from(savedViews).where(mine) : [];
  if (!row) throw new AppError("not_found", t("No such view."));
  if (!mayChangeView(ctx, row)) throw new AppError("forbidden", t("A supervisor changes views that are shared."));
  // Reread under the lock: the earlier read may be outdated.
  const [held] = await ctx.db.select().from(savedViews).where(mine).for("update");
  if (!held) throw new AppError("not_found", t("No such view."));
  return held;
}

/** @throws AppError forbidden; sharing is for supervisors */
export function refuseSharing(ctx: TxCtx, shared: boolean): void {
  if (!shared || ctx.actor.role === "supervisor") return;
  const message = t("A supervisor shares views with everybody.");
  throw new AppError("forbidden", message, { shared: message });
}

/** @throws AppError conflict on `name` when this person has another view of this name */
export async function refuseSameName(ctx: TxCtx, memberId: string, name: string, except?: string): Promise<void> {
  const rows = await ctx.db
    .select({ id: savedViews.id, removedAt: savedViews.removedAt })
    .from(savedViews)
    .where(and(eq(savedViews.orgId, ctx.orgId), eq(savedViews.memberId, memberId), eq(savedViews.name, name)));
  if (!rows.some((row) => row.removedAt === null && row.id !== except)) return;
  const message = t("There is a view of this name already. Choose another name.");
  throw new AppError("conflict", message, { name: message });
}
