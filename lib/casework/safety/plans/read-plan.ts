import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { safetyPlans } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { openEntries } from "./open-entries";
import type { PlanEntry } from "./types";

/** The newest version of a case that the caller has found or locked; version 0 before there is one. */
export async function readPlan(
  ctx: TxCtx,
  vault: Vault,
  caseId: string,
): Promise<{ version: number; entries: PlanEntry[] }> {
  const [row] = await ctx.db
    .select()
    .from(safetyPlans)
    .where(and(eq(safetyPlans.orgId, ctx.orgId), eq(safetyPlans.caseId, caseId)))
    .orderBy(desc(safetyPlans.version))
    .limit(1);
  return row ? { version: row.version, entries: openEntries(vault, row) } : { version: 0, entries: [] };
}
