import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { scans } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { heldInPacket } from "./labels";
import { standingOf } from "./rules";

/** Of these exhibits those whose originals go nowhere, each with the words that a packet prints. */
export async function heldOf(ctx: TxCtx, exhibitIds: readonly string[]): Promise<Map<string, string>> {
  if (exhibitIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: scans.exhibitId, state: scans.state })
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), among(scans.exhibitId, [...exhibitIds])));
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const setUp = scannerAddress() !== null;
  return new Map(
    exhibitIds.flatMap((id) => {
      const standing = standingOf(states.get(id), setUp);
      return standing === "virus" || standing === "pending" ? [[id, heldInPacket[standing]] as const] : [];
    }),
  );
}
