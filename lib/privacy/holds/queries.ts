import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { holds } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { PlacedView } from "@/lib/casework/cases/types";
import { viewPlaced } from "@/lib/casework/cases/view-placed";
import { query } from "@/lib/kernel/access/query";
import { holdPlace } from "./access";

/** The holds of a case, the newest first, lifted ones too. @throws AppError not_found */
export const listHolds = query("record.erase", async (ctx, caseId: string): Promise<PlacedView[]> => {
  const { keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.orgId, ctx.orgId), eq(holds.caseId, caseId)))
    .orderBy(desc(holds.placedAt), desc(holds.id));
  return viewPlaced(ctx, rows, { keyId, placeOf: holdPlace });
});
