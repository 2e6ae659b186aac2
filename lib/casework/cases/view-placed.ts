import "server-only";
import type { caseRestrictions, holds } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Place } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { PlacedView } from "./types";

type Row = typeof holds.$inferSelect | typeof caseRestrictions.$inferSelect;
type Sealed = { keyId: string; placeOf: (column: "reason" | "lift_reason", row: string) => Place };

/** Holds or restrictions of one case with their reasons, and the names of those who placed and lifted them. */
export async function viewPlaced(ctx: TxCtx, rows: readonly Row[], { keyId, placeOf }: Sealed): Promise<PlacedView[]> {
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, keyId);
  const people = rows.flatMap((row) => [row.placedBy, row.liftedBy]);
  const names = await namesOf(ctx, people);
  return rows.map(({ id, placedAt, liftedAt, reason, liftReason, placedBy, liftedBy }) => ({
    id,
    placedAt,
    liftedAt,
    reason: vault.open(placeOf("reason", id), reason),
    liftReason: vault.openMaybe(placeOf("lift_reason", id), liftReason),
    placedBy: names.get(placedBy) ?? "",
    liftedBy: liftedBy ? (names.get(liftedBy) ?? "") : null,
  }));
}
