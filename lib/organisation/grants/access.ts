import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { memberGrants } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";

/** A supervisor to whom an administrator granted `packet.decide_own` by name. */
export async function mayDecideOwn(ctx: TxCtx): Promise<boolean> {
  const granted = grantToDecideOwn(ctx);
  return granted !== undefined && (await ctx.db.$count(memberGrants, granted)) > 0;
}

/** The same as a condition, asked once for a statement; undefined for whoever cannot have been granted it. */
export function decidesOwn(ctx: TxCtx): SQL | undefined {
  const granted = grantToDecideOwn(ctx);
  return granted && sql`(select exists (select from app.member_grants where ${granted}))`;
}

function grantToDecideOwn(ctx: TxCtx): SQL | undefined {
  const { memberId, role } = ctx.actor;
  if (!memberId || !may({ role }, "packet.decide")) return undefined;
  const mine = and(eq(memberGrants.orgId, ctx.orgId), eq(memberGrants.memberId, memberId));
  return and(mine, eq(memberGrants.permission, "packet.decide_own"), isNull(memberGrants.endedAt));
}
