import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { accounts, preservations } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { PreservationFact } from "./types";

/** Preservation requests for the accounts of a case, oldest first. */
export async function readPreservations(ctx: TxCtx, caseId: string): Promise<PreservationFact[]> {
  const rows = await ctx.db
    .select({ accountNumber: accounts.number, platform: accounts.platform, keep: preservations })
    .from(preservations)
    .innerJoin(accounts, eq(accounts.id, preservations.accountId))
    .where(and(eq(preservations.orgId, ctx.orgId), eq(preservations.caseId, caseId)))
    .orderBy(asc(preservations.askedOn), asc(preservations.id));
  return rows.map(({ keep, ...account }) => ({ ...keep, ...account }));
}
