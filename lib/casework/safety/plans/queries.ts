import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { safetyPlans } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { openEntries } from "./open-entries";
import type { PlanVersion } from "./types";

/** Every version of the safety plan, the newest first; empty before there is one. @throws AppError not_found */
export const listPlanVersions = query("case.read", async (ctx, caseId: string): Promise<PlanVersion[]> => {
  const { id, keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(safetyPlans)
    .where(and(eq(safetyPlans.orgId, ctx.orgId), eq(safetyPlans.caseId, id)))
    .orderBy(desc(safetyPlans.version));
  const vault = await openVault(ctx, keyId);
  const names = await namesOf(
    ctx,
    rows.map(({ savedBy }) => savedBy),
  );
  return rows.map((row) => ({
    version: row.version,
    change: row.change,
    section: row.section,
    entries: openEntries(vault, row),
    savedBy: names.get(row.savedBy) ?? "",
    savedAt: row.savedAt,
  }));
});
