import "server-only";
import { incidentExhibits } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Links an exhibit to incidents to which it is not linked yet. */
export async function addLinks(ctx: TxCtx, row: { id: string; caseId: string }, incidentIds: readonly string[]) {
  if (incidentIds.length === 0) return;
  await ctx.db
    .insert(incidentExhibits)
    .values(incidentIds.map((incidentId) => ({ orgId: ctx.orgId, caseId: row.caseId, incidentId, exhibitId: row.id })));
}
