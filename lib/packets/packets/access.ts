import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { packetEvents, packetParts, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { partNames, supersededName } from "./parts/names";
import { deliverable, fileName, wasApproved } from "./rules";
import { type CopyKey, type PacketPartKey, stampedCopies } from "./types";

type Packet = typeof packets.$inferSelect;

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

/** Whether a part is only the place of a copy that is not made yet: it names the served file until then. */
export function isPlace(
  packet: Pick<Packet, "fileId">,
  row: Pick<typeof packetParts.$inferSelect, "part" | "fileId">,
): boolean {
  return row.part !== "served" && row.fileId === packet.fileId;
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
  if (row && !isPlace(packet, row)) return { fileId: row.fileId, keyId: row.keyId, name: row.name, mime: row.mime };
  const { fileId, fileKeyId: keyId } = packet;
  if (part === "served" && fileId && keyId) return { fileId, keyId, name: fileName(packet), mime: "application/pdf" };
  throw new AppError("not_found", "This packet has no such file yet.");
}

/** The version that took the place of another: the first after it that was approved and still stands. */
export async function findReplacing(
  ctx: Scoped,
  { caseId, number, version }: Pick<Packet, "caseId" | "number" | "version">,
): Promise<{ version: number; at: Date } | null> {
  const newer = and(eq(packets.caseId, caseId), eq(packets.number, number), gt(packets.version, version));
  const [row] = await ctx.db
    .select({ version: packets.version, at: packets.decidedAt })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), newer, inArray(packets.status, [...deliverable])))
    .orderBy(asc(packets.version))
    .limit(1);
  return row?.at ? { version: row.version, at: row.at } : null;
}

/** The copy that a version should have; `replacedBy` is null for one that was withdrawn. */
export type WantedCopy = { part: CopyKey; name: string; replacedBy: { version: number; at: Date } | null };

/** Which copy says what a version is worth now; null while it counts, and for one that was never approved. */
export async function copyWanted(ctx: Scoped, packet: Packet): Promise<WantedCopy | null> {
  if (!wasApproved(packet)) return null;
  if (packet.withdrawnAt)
    return { part: stampedCopies.withdrawn, name: partNames(packet).withdrawn_copy, replacedBy: null };
  const replacedBy = await findReplacing(ctx, packet);
  if (!replacedBy) return null;
  return { part: stampedCopies.superseded, name: supersededName(packet, replacedBy.version), replacedBy };
}

/** The same while it is not made. One that tells a version that was withdrawn since is made anew: its name tells. */
export async function copyDue(ctx: Scoped, packet: Packet): Promise<WantedCopy | null> {
  const wanted = await copyWanted(ctx, packet);
  if (!wanted) return null;
  const mine = and(eq(packetParts.packetId, packet.id), eq(packetParts.part, wanted.part));
  const [row] = await ctx.db
    .select()
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), mine));
  return row && row.name === wanted.name && !isPlace(packet, row) ? null : wanted;
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
