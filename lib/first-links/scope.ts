import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { firstLinkEvents, firstLinks, liaisons, members, type packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { lockCase } from "@/lib/cases/scope";
import { readDoor } from "@/lib/handovers/read-door";
import { atTheDoor, type OfficerFacts, whyNotThrough } from "@/lib/handovers/rules";
import { refuseReplaced } from "@/lib/packets/refuse-replaced";
import { refuseStoppedExhibits } from "@/lib/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/rules";
import { findPacket, lockPacket } from "@/lib/packets/scope";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import type { FirstLinkEventName } from "./types";

type Packet = typeof packets.$inferSelect;

/** A link of a case that this person sees. @throws AppError not_found */
export async function findFirstLink(ctx: Scoped, linkId: string) {
  if (isId(linkId)) {
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, linkId));
    const [link] = await ctx.db.select().from(firstLinks).where(mine);
    if (link) {
      await findPacket(ctx, link.packetId);
      return link;
    }
  }
  throw new AppError("not_found", "No such link.");
}

/**
 * The packet of a link, locked, when it may leave: approved, the newest of its kind, and nothing of it is stopped.
 * @throws AppError not_found, conflict
 */
export async function lockToGive(ctx: Scoped, packetId: string): Promise<Packet> {
  await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
  const packet = await lockPacket(ctx, packetId);
  if (!deliverable.includes(packet.status)) throw new AppError("conflict", "Only an approved packet is handed over.");
  await refuseReplaced(ctx, packet);
  await refuseStoppedExhibits(ctx, packet);
  return packet;
}

/** An officer whose office was called back. @throws AppError not_found, invalid at `liaisonId` */
export async function findCalledBack(ctx: Scoped, liaisonId: string): Promise<OfficerFacts> {
  const [row] = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId), isNull(members.removedAt)));
  if (!row) throw new AppError("not_found", "No such officer.", { liaisonId: "Choose an officer from the list." });
  const said = "A link goes only to an officer whose office was called back. Note the call under Officers first.";
  if (!row.liaison.confirmedAt) throw new AppError("invalid", said, { liaisonId: said });
  const { rank, agency, unit } = row.liaison;
  return { name: row.name, rank, agency, unit };
}

/** Until when the client lets this officer have the packet. @throws AppError invalid at `liaisonId` with what must come out */
export async function coveredUntil(ctx: Scoped, packet: Packet, officer: OfficerFacts): Promise<Date> {
  const door = await readDoor(ctx, packet);
  const at = atTheDoor(door, officer, false);
  const said = whyNotThrough(at);
  if (said) throw new AppError("invalid", said, { liaisonId: said });
  const ends = door.releases.filter((release) => at.standing.includes(release.code)).map((one) => one.ends.getTime());
  return new Date(Math.max(...ends));
}

/** Appends to the log of a link, in the transaction of the change. */
export async function noteLinkEvent(
  ctx: Scoped,
  { id: linkId, caseId }: { id: string; caseId: string },
  event: FirstLinkEventName,
): Promise<void> {
  const { orgId, now: at, actor } = ctx;
  await ctx.db.insert(firstLinkEvents).values({ id: newId(), orgId, caseId, linkId, event, at, by: actor.memberId });
}
