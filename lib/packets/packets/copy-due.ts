import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { isPlace, type Packet, type WantedCopy } from "./access";
import { copyWanted } from "./copy-wanted";

/** The same while it is not made. One that tells a version that was withdrawn since is made again: its name tells. */
export async function copyDue(ctx: TxCtx, packet: Packet): Promise<WantedCopy | null> {
  const wanted = await copyWanted(ctx, packet);
  if (!wanted) return null;
  const mine = and(eq(packetParts.packetId, packet.id), eq(packetParts.part, wanted.part));
  const [row] = await ctx.db
    .select()
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), mine));
  return row && row.name === wanted.name && !isPlace(packet, row) ? null : wanted;
}
