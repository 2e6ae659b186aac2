import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { handovers, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findGiven } from "@/lib/packets/packets/find-given";
import type { Cover } from "@/lib/packets/release-cover/types";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { annexClosed, heldBack, whyNoCover } from "./labels";
import { isReadable } from "./rules";
import type { OfficerPart } from "./types";

/** A handover to this officer, with its packet. @throws AppError not_found otherwise */
export async function findOwnHandover(ctx: TxCtx, handoverId: string) {
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
  throw new AppError("not_found", t("No such packet."));
}

/**
 * The same, while the packet may be read. @throws AppError conflict once it was withdrawn, or no release covers this
 * officer
 */
export async function findReadableHandover(ctx: TxCtx, handoverId: string) {
  const found = await findOwnHandover(ctx, handoverId);
  if (!isReadable(found.packet)) throw new AppError("conflict", t("The organisation has withdrawn this packet."));
  const cover = await readCover(ctx, found.handover);
  if (cover !== "covered") throw new AppError("conflict", whyNoCover[cover]);
  return found;
}

/** Whether the client's release covers this officer for a version now, by the database's one rule, using ids only. */
export async function readCover(
  ctx: TxCtx,
  { packetId, liaisonId }: { packetId: string; liaisonId: string },
  identity = false,
): Promise<Cover> {
  const [row] = await ctx.db.execute<{ cover: Cover }>(
    sql`select app.cover_of(${packetId}::uuid, ${liaisonId}::uuid, ${identity}) as cover`,
  );
  return row?.cover ?? "unnamed";
}

/** As above, and locks the handover until this transaction ends. */
export async function lockReadableHandover(ctx: TxCtx, handoverId: string) {
  const found = await findReadableHandover(ctx, handoverId);
  await ctx.db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)))
    .for("update");
  return found;
}

/** Whether the file is held back: its case is stopped for images of a minor, and the packet contains an exhibit. */
export async function isHeld(ctx: TxCtx, packetId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ held: boolean }>(sql`select app.packet_held(${packetId}::uuid) as held`);
  return row?.held ?? false;
}

/** The newest later version of a packet that this officer was also given and that still counts. */
export async function findNewerGiven(ctx: TxCtx, packet: typeof packets.$inferSelect) {
  const same = and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, packet.caseId), eq(packets.number, packet.number));
  const mine = and(eq(handovers.liaisonId, ctx.actor.memberId ?? ctx.orgId), ne(packets.status, "withdrawn"));
  const [row] = await ctx.db
    .select({ version: packets.version })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .where(and(same, mine, gt(packets.version, packet.version)))
    .orderBy(desc(packets.version))
    .limit(1);
  return row ?? null;
}

/** @throws AppError not_found; conflict once it was withdrawn or replaced by one they have, and while its file is held back */
export async function findHandoverToHandOut(ctx: TxCtx, handoverId: string) {
  const found = await findReadableHandover(ctx, handoverId);
  const newer = await findNewerGiven(ctx, found.packet);
  if (newer)
    throw new AppError(
      "conflict",
      t("Version {version} replaces this one. Open version {version2} instead.", {
        version: newer.version,
        version2: newer.version,
      }),
    );
  if (await isHeld(ctx, found.packet.id)) throw new AppError("conflict", heldBack);
  return found;
}

/**
 * One file of a packet for its officer. The database itself shows an annex only while its release is in force.
 * @throws AppError not_found; conflict once the packet was withdrawn, while it is held back, and for a closed annex
 */
export async function findPart(ctx: TxCtx, handoverId: string, part: OfficerPart) {
  const found = await findHandoverToHandOut(ctx, handoverId);
  const { handover, packet } = found;
  const file = await findGiven(ctx, packet, part).catch((error: unknown) => {
    const closed = part === "annex" && handover.withAnnex && error instanceof AppError && error.code === "not_found";
    throw closed ? new AppError("conflict", annexClosed) : error;
  });
  return { handover, file };
}
