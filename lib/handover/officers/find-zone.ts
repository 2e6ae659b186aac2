import "server-only";
import { and, eq } from "drizzle-orm";
import { liaisons } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** The time zone of an officer's office, if somebody filled it in. */
export async function findZone(ctx: TxCtx, memberId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ zone: liaisons.zone })
    .from(liaisons)
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, memberId)));
  return row?.zone ?? null;
}
