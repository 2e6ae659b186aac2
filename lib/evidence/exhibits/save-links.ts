import "server-only";
import { and, eq } from "drizzle-orm";
import { incidentExhibits } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** Links the exhibit to exactly these incidents. */
export async function saveLinks(ctx: TxCtx, row: { id: string; caseId: string }, incidentIds: readonly string[]) {
  const mine = and(eq(incidentExhibits.orgId, ctx.orgId), eq(incidentExhibits.exhibitId, row.id));
  await ctx.db.delete(incidentExhibits).where(mine);
  if (incidentIds.length === 0) return;
  await ctx.db
    .insert(incidentExhibits)
    .values(incidentIds.map((incidentId) => ({ orgId: ctx.orgId, caseId: row.caseId, incidentId, exhibitId: row.id })));
}
