import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { findCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** The packet, when this person may see its case. @throws AppError not_found otherwise */
export async function findPacket(ctx: Scoped, packetId: string) {
  if (isId(packetId)) {
    const [row] = await ctx.db
      .select()
      .from(packets)
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    if (row) {
      await findCase(ctx, row.caseId);
      return row;
    }
  }
  throw new AppError("not_found", "No such packet.");
}

/** As findPacket, and nobody else changes the packet until this transaction ends. */
export async function lockPacket(ctx: Scoped, packetId: string) {
  const seen = await findPacket(ctx, packetId);
  const [row] = await ctx.db
    .select()
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)))
    .for("update");
  return row ?? seen;
}
