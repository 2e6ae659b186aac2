import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { caseRestrictions, holds } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { PlacedView } from "@/lib/casework/cases/types";
import { viewPlaced } from "@/lib/casework/cases/view-placed";
import { query } from "@/lib/kernel/access/query";
import { holdPlace, restrictionPlace } from "./rules";

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

/** The restrictions of a case, the newest first, lifted ones too. @throws AppError not_found */
export const listRestrictions = query("rights.decide", async (ctx, caseId: string): Promise<PlacedView[]> => {
  const { keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(caseRestrictions)
    .where(and(eq(caseRestrictions.orgId, ctx.orgId), eq(caseRestrictions.caseId, caseId)))
    .orderBy(desc(caseRestrictions.placedAt), desc(caseRestrictions.id));
  return viewPlaced(ctx, rows, { keyId, placeOf: restrictionPlace });
});

/** Since when a case is restricted, for the banner of its pages; null when it is not. */
export const readRestricted = query("case.read", async (ctx, caseId: string): Promise<{ since: Date } | null> => {
  const live = and(eq(caseRestrictions.caseId, caseId), isNull(caseRestrictions.liftedAt));
  const [row] = await ctx.db
    .select({ since: caseRestrictions.placedAt })
    .from(caseRestrictions)
    .where(and(eq(caseRestrictions.orgId, ctx.orgId), live));
  return row ?? null;
});
