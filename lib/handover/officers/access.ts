import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { liaisons, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** An officer's entry, locked until the end of the transaction. @throws AppError not_found, also for a removed one */
export async function lockLiaison(ctx: TxCtx, liaisonId: string) {
  if (isId(liaisonId)) {
    const mine = and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId));
    const [entry] = await ctx.db.select().from(liaisons).where(mine).for("update");
    const here = and(eq(members.orgId, ctx.orgId), eq(members.id, liaisonId), isNull(members.removedAt));
    const [member] = await ctx.db.select({ name: members.name }).from(members).where(here);
    if (entry && member) return { ...entry, name: member.name };
  }
  throw new AppError("not_found", t("No such officer."));
}
