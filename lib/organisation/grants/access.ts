import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { memberGrants } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";

/** A supervisor to whom an administrator granted `packet.decide_own` by name. */
export async function mayDecideOwn(ctx: TxCtx): Promise<boolean> {
  const { memberId, role } = ctx.actor;
  if (!memberId || !may(role, "packet.decide")) return false;
  const mine = and(eq(memberGrants.orgId, ctx.orgId), eq(memberGrants.memberId, memberId));
  const live = and(eq(memberGrants.permission, "packet.decide_own"), isNull(memberGrants.endedAt));
  return (await ctx.db.$count(memberGrants, and(mine, live))) > 0;
}
