import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { caseRestrictions } from "@/db/schema";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { namesOf } from "@/lib/organisations/scope";
import { restrictionPlace } from "./scope";
import type { RestrictionView } from "./types";

/** The restrictions of a case, the newest first, lifted ones too. @throws AppError not_found */
export const listRestrictions = query("rights.decide", async (ctx, caseId: string): Promise<RestrictionView[]> => {
  const { keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(caseRestrictions)
    .where(and(eq(caseRestrictions.orgId, ctx.orgId), eq(caseRestrictions.caseId, caseId)))
    .orderBy(desc(caseRestrictions.placedAt), desc(caseRestrictions.id));
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, keyId);
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.placedBy, row.liftedBy]),
  );
  return rows.map(({ id, placedAt, liftedAt, reason, liftReason, placedBy, liftedBy }) => ({
    ...{ id, caseId, placedAt, liftedAt },
    reason: vault.open(restrictionPlace("reason", id), reason),
    liftReason: vault.openMaybe(restrictionPlace("lift_reason", id), liftReason),
    placedBy: names.get(placedBy) ?? "",
    liftedBy: liftedBy ? (names.get(liftedBy) ?? "") : null,
  }));
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
