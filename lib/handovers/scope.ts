import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { handovers, packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
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

/**
 * The same, while the packet may be read.
 * @throws AppError conflict once it was withdrawn, and while its case is stopped and an exhibit is in it
 */
export async function findReadableHandover(ctx: Scoped, handoverId: string) {
  const found = await findOwnHandover(ctx, handoverId);
  if (!isReadable(found.packet)) throw new AppError("conflict", "The organisation has withdrawn this packet.");
  const [row] = await ctx.db.execute<{ held: boolean }>(sql`select app.packet_held(${found.packet.id}::uuid) as held`);
  if (row?.held) throw new AppError("conflict", "The organisation holds this packet back for now. Ask them about it.");
  return found;
}
