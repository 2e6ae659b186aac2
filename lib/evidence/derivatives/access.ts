import "server-only";
import { and, eq, max } from "drizzle-orm";
import { derivatives } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import type { Box, DerivativeView, NewDerivative } from "./types";

export type DerivativeRow = typeof derivatives.$inferSelect;
type Parent = { id: string; caseId: string; keyId: string };

/**
 * Records a file made from an exhibit. It is written once and never changed; a second run finds the first one. The
 * caller holds the case lock or is the only job on this exhibit, and writes the ledger and audit.
 * @returns the id of the row @throws a database error 42501 while the case is stopped for images
 */
export async function keepDerivative(ctx: TxCtx, exhibit: Parent, made: NewDerivative): Promise<string> {
  const id = newId();
  const { reason, boxes = [], width = null, height = null, ...plain } = made;
  const vault = reason || boxes.length > 0 ? await openVault(ctx, exhibit.keyId) : null;
  await ctx.db.insert(derivatives).values({
    ...plain,
    id,
    orgId: ctx.orgId,
    caseId: exhibit.caseId,
    exhibitId: exhibit.id,
    width,
    height,
    version: made.version ?? (await nextVersion(ctx, exhibit.id, made)),
    reason: vault?.sealMaybe(place("reason", id), reason) ?? null,
    boxes: vault?.sealMaybe(place("boxes", id), boxes.length > 0 ? JSON.stringify(boxes) : null) ?? null,
    madeBy: made.madeBy === undefined ? ctx.actor.memberId : made.madeBy,
    madeAt: ctx.now,
  });
  return id;
}

/** A row for display, with its encrypted parts decrypted. */
export function derivativeView(row: DerivativeRow, vault: Vault): DerivativeView {
  const { orgId: _, reason, boxes, ...rest } = row;
  return {
    ...rest,
    reason: vault.openMaybe(place("reason", row.id), reason),
    boxes: openBoxes({ id: row.id, boxes }, vault),
  };
}

/** The boxes of a masked copy, in fractions of its page. */
export function openBoxes({ id, boxes }: Pick<DerivativeRow, "id" | "boxes">, vault: Vault): Box[] {
  const opened = vault.openMaybe(place("boxes", id), boxes);
  return opened === null ? [] : (JSON.parse(opened) as Box[]);
}

async function nextVersion(ctx: TxCtx, exhibitId: string, { kind, page }: NewDerivative): Promise<number> {
  if (kind !== "redacted" && kind !== "still" && kind !== "view") return 0;
  const same = and(eq(derivatives.exhibitId, exhibitId), eq(derivatives.kind, kind), eq(derivatives.page, page));
  const [last] = await ctx.db
    .select({ version: max(derivatives.version) })
    .from(derivatives)
    .where(same);
  return (last?.version ?? 0) + 1;
}

const place = (column: string, row: string) => ({ table: "derivatives", column, row });
