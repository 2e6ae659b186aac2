import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { holds } from "@/db/schema";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { namesOf } from "@/lib/organisations/scope";
import { holdPlace } from "./scope";
import type { HoldView } from "./types";

/** The holds of a case, the newest first, lifted ones too. @throws AppError not_found */
export const listHolds = query("record.erase", async (ctx, caseId: string): Promise<HoldView[]> => {
  const { keyId } = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.orgId, ctx.orgId), eq(holds.caseId, caseId)))
    .orderBy(desc(holds.placedAt), desc(holds.id));
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, keyId);
  const names = await namesOf(
    ctx,
    rows.flatMap((row) => [row.placedBy, row.liftedBy]),
  );
  return rows.map(({ id, placedAt, liftedAt, reason, liftReason, placedBy, liftedBy }) => ({
    ...{ id, caseId, placedAt, liftedAt },
    reason: vault.open(holdPlace("reason", id), reason),
    liftReason: vault.openMaybe(holdPlace("lift_reason", id), liftReason),
    placedBy: names.get(placedBy) ?? "",
    liftedBy: liftedBy ? (names.get(liftedBy) ?? "") : null,
  }));
});
