import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { firstLinkEvents, firstLinks, liaisons, members, packets } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { readReleaseCheck } from "@/lib/handover/handovers/read-release-check";
import { checkReleases, coveredUntil, releaseProblem } from "@/lib/handover/handovers/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPacket, lockPacket } from "@/lib/packets/packets/access";
import { refuseNeverLooked } from "@/lib/packets/packets/refuse-never-looked";
import { refuseReplaced } from "@/lib/packets/packets/refuse-replaced";
import { refuseStoppedExhibits } from "@/lib/packets/packets/refuse-stopped-exhibits";
import { deliverable } from "@/lib/packets/packets/rules";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import type { FirstLinkEventName } from "./types";

type Packet = typeof packets.$inferSelect;

/** A link of a case that this person sees. @throws AppError not_found */
export async function findFirstLink(ctx: TxCtx, linkId: string) {
  if (isId(linkId)) {
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, linkId));
    const [link] = await ctx.db.select().from(firstLinks).where(mine);
    if (link) {
      await findPacket(ctx, link.packetId);
      return link;
    }
  }
  throw new AppError("not_found", t("No such link."));
}

/**
 * The packet of a link, locked, when it may leave: approved, the newest of its kind, and nothing of it is stopped.
 * @throws AppError not_found, conflict
 */
export async function lockToGive(ctx: TxCtx, packetId: string): Promise<Packet> {
  await lockCase(ctx, (await findPacket(ctx, packetId)).caseId);
  const packet = await lockPacket(ctx, packetId);
  if (!deliverable.includes(packet.status))
    throw new AppError("conflict", t("Only an approved packet is handed over."));
  await refuseReplaced(ctx, packet);
  await refuseStoppedExhibits(ctx, packet);
  await refuseNeverLooked(ctx, packet);
  return packet;
}

/** An officer whose office was called back, by id. @throws AppError not_found, invalid at `liaisonId` */
export async function findCalledBack(ctx: TxCtx, liaisonId: string): Promise<string> {
  const officer = await readOfficer(ctx, liaisonId);
  if (!officer)
    throw new AppError("not_found", t("No such officer."), { liaisonId: t("Choose an officer from the list.") });
  const message = t(
    "A link can go only to an officer whose office has been called back. Record the call under Officers first.",
  );
  if (!officer.confirmedAt) throw new AppError("invalid", message, { liaisonId: message });
  return liaisonId;
}

/** The entry of an officer; null for a removed one. */
async function readOfficer(ctx: TxCtx, liaisonId: string) {
  const [row] = await ctx.db
    .select({ confirmedAt: liaisons.confirmedAt })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId), isNull(members.removedAt)));
  return row ?? null;
}

/**
 * Until when the client's release permits this officer to have the packet. @throws AppError invalid at `liaisonId` with
 * what must be removed
 */
export async function requireCover(ctx: TxCtx, packet: Packet, liaisonId: string): Promise<Date> {
  const door = await readReleaseCheck(ctx, packet);
  const message = releaseProblem(checkReleases(door, liaisonId, false));
  if (message) throw new AppError("invalid", message, { liaisonId: message });
  return coveredUntil(door, liaisonId) ?? ctx.now;
}

/**
 * Called after a release was revoked: of the case's open links, those that no other release covers are closed, and
 * those covered for a shorter time end with it. By the release check, decision 0009. The caller holds the case lock.
 * @returns the ids of the closed links
 */
export async function closeUncovered(ctx: TxCtx, caseId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ link: firstLinks, packet: packets })
    .from(firstLinks)
    .innerJoin(packets, and(eq(packets.orgId, firstLinks.orgId), eq(packets.id, firstLinks.packetId)))
    .where(and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.caseId, caseId), isNull(firstLinks.revokedAt)));
  const closed: string[] = [];
  for (const { link, packet } of rows.filter((row) => !row.link.expiresAt || row.link.expiresAt > ctx.now)) {
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, link.id));
    const officer = await readOfficer(ctx, link.liaisonId);
    const until = officer && coveredUntil(await readReleaseCheck(ctx, packet), link.liaisonId);
    if (!until) {
      await ctx.db.update(firstLinks).set({ revokedAt: ctx.now, revokedBy: ctx.actor.memberId }).where(mine);
      await noteLinkEvent(ctx, link, "revoked", "uncovered");
      closed.push(link.id);
    } else if (link.expiresAt && until < link.expiresAt) {
      await ctx.db.update(firstLinks).set({ expiresAt: until }).where(mine);
      await noteLinkEvent(ctx, link, "shortened", "uncovered");
    }
  }
  return closed;
}

/** Appends to the log of a link, in the transaction of the change. */
export async function noteLinkEvent(
  ctx: TxCtx,
  { id: linkId, caseId }: { id: string; caseId: string },
  event: FirstLinkEventName,
  note: string | null = null,
): Promise<void> {
  const { orgId, now: at, actor } = ctx;
  await ctx.db
    .insert(firstLinkEvents)
    .values({ id: newId(), orgId, caseId, linkId, event, at, by: actor.memberId, note });
}
