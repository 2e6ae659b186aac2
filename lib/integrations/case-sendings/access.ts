import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { receivingSystems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The system of a service that is on, without what is sealed of it. */
export async function findSystemOf(ctx: TxCtx, serviceId: string) {
  const { id, mapping, orgId, serviceId: its, offAt } = receivingSystems;
  const [row] = await ctx.db
    .select({ id, mapping })
    .from(receivingSystems)
    .where(and(eq(orgId, ctx.orgId), eq(its, serviceId), isNull(offAt)));
  return row ?? null;
}

/** Of a case that a colleague is kept from, that is restricted or stopped, no other system learns anything. */
export async function mayLeave(ctx: TxCtx, caseId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ may: boolean }>(sql`select app.may_tell_outside(${caseId}::uuid) as may`);
  return row?.may === true;
}
