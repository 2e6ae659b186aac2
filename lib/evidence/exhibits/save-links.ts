import "server-only";
import { and, eq } from "drizzle-orm";
import { incidentExhibits } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { addLinks } from "./add-links";

/** Links the exhibit to exactly these incidents. */
export async function saveLinks(ctx: TxCtx, row: { id: string; caseId: string }, incidentIds: readonly string[]) {
  const mine = and(eq(incidentExhibits.orgId, ctx.orgId), eq(incidentExhibits.exhibitId, row.id));
  await ctx.db.delete(incidentExhibits).where(mine);
  await addLinks(ctx, row, incidentIds);
}
