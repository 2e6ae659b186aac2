import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { packetParts, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { deliverable, fileName } from "./rules";
import type { CopyKey, PacketPartKey } from "./types";

export type Packet = typeof packets.$inferSelect;

/** The packet, when this person may see its case. @throws AppError not_found otherwise */
export async function findPacket(ctx: TxCtx, packetId: string) {
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
  throw new AppError("not_found", t("No such packet."));
}

/** As findPacket, and locks the packet until this transaction ends. */
export async function lockPacket(ctx: TxCtx, packetId: string) {
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

/**
 * The location of a packet's file, and the name under which it is downloaded. @throws AppError not_found if it has none
 */
export async function findPart(
  ctx: TxCtx,
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
  throw new AppError("not_found", t("This packet has no such file yet."));
}

/** The version that replaced another: the first later one that was approved and is still in force. */
export async function findReplacing(
  ctx: TxCtx,
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
