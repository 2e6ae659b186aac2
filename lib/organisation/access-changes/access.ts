import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accessChanges, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** True while the organisation has no client and no case: its first people need no second person. */
export async function isFounding(ctx: TxCtx): Promise<boolean> {
  const [row] = await ctx.db.execute<{ yes: boolean }>(sql`select app.is_founding() as yes`);
  return row?.yes ?? false;
}

/** The person it is about, if they are still a member. @throws AppError not_found */
export async function findPerson(ctx: TxCtx, memberId: string) {
  const [row] = await ctx.db
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.orgId, ctx.orgId), eq(members.id, memberId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", t("No such person."));
  return row;
}

/** The change, locked until this transaction ends. @throws AppError not_found */
export async function lockAccessChange(ctx: TxCtx, changeId: string) {
  const [row] = await ctx.db
    .select()
    .from(accessChanges)
    .where(and(eq(accessChanges.orgId, ctx.orgId), eq(accessChanges.id, changeId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("There is no such request."));
  return row;
}
