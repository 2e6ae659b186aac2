import "server-only";
import { and, eq } from "drizzle-orm";
import { packetEvents, packetParts, packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { findCase } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { fileName } from "./rules";
import type { PacketPartKey } from "./types";

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

export type PartPlace = { fileId: string; keyId: string; name: string; mime: string };

/** Where one file of a packet lies, and under which name it leaves. @throws AppError not_found when it has none */
export async function findPart(
  ctx: Scoped,
  packet: typeof packets.$inferSelect,
  part: PacketPartKey,
): Promise<PartPlace> {
  const [row] = await ctx.db
    .select()
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packet.id), eq(packetParts.part, part)));
  if (row) return { fileId: row.fileId, keyId: row.keyId, name: row.name, mime: row.mime };
  const { fileId, fileKeyId: keyId } = packet;
  if (part === "served" && fileId && keyId) return { fileId, keyId, name: fileName(packet), mime: "application/pdf" };
  throw new AppError("not_found", "This packet has no such file yet.");
}

/** The building ended because somebody asked. The stage and the exhibit stay, so that the page can say where. */
export async function markCancelled(ctx: Scoped, { id, caseId }: { id: string; caseId: string }): Promise<void> {
  const { orgId, now, actor } = ctx;
  await ctx.db
    .update(packets)
    .set({ status: "cancelled", buildError: null })
    .where(and(eq(packets.orgId, orgId), eq(packets.id, id)));
  await ctx.db.insert(packetEvents).values({
    ...{ id: newId(), orgId, caseId, packetId: id },
    ...{ event: "cancelled", at: now, by: actor.memberId },
  });
}
