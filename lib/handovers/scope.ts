import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { handovers, packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { heldBack } from "./labels";
import { isReadable } from "./rules";

/** The handover that was given to this officer, with its packet. @throws AppError not_found otherwise */
export async function findOwnHandover(ctx: Scoped, handoverId: string) {
  if (isId(handoverId) && ctx.actor.memberId) {
    const [row] = await ctx.db
      .select({ handover: handovers, packet: packets })
      .from(handovers)
      .innerJoin(packets, eq(packets.id, handovers.packetId))
      .where(
        and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), eq(handovers.liaisonId, ctx.actor.memberId)),
      );
    if (row) return row;
  }
  throw new AppError("not_found", "No such packet.");
}

/** The same, while the packet may be read. @throws AppError conflict once it was withdrawn */
export async function findReadableHandover(ctx: Scoped, handoverId: string) {
  const found = await findOwnHandover(ctx, handoverId);
  if (!isReadable(found.packet)) throw new AppError("conflict", "The organisation has withdrawn this packet.");
  return found;
}

/** Whether the file is held back: its case is stopped for images of a minor, and an exhibit is in it. */
export async function isHeld(ctx: Scoped, packetId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ held: boolean }>(sql`select app.packet_held(${packetId}::uuid) as held`);
  return row?.held ?? false;
}

/** @throws AppError not_found; conflict once the packet was withdrawn, and while its file is held back */
export async function findHandoverToHandOut(ctx: Scoped, handoverId: string) {
  const found = await findReadableHandover(ctx, handoverId);
  if (await isHeld(ctx, found.packet.id)) throw new AppError("conflict", heldBack);
  return found;
}
