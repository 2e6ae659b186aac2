import "server-only";
import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { handoverEvents, handovers, liaisons, members, packets, references, releases } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { findReferenceKind } from "@/lib/jurisdictions/rules";
import { listLiaisons } from "@/lib/organisations/queries";
import { fileName } from "@/lib/packets/rules";
import { findPacket } from "@/lib/packets/scope";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { displayReference } from "@/lib/references/rules";
import { coversOfficer } from "./rules";
import { findHandoverToHandOut, findOwnHandover, isHeld } from "./scope";
import type { DeliveryView, HandoverEventView, HandoverView, InboxItem, OfficerChoice } from "./types";

type Joined = { handover: typeof handovers.$inferSelect; packet: typeof packets.$inferSelect };

/** Everything handed to this officer, newest first. */
export const listInbox = query("handover.read", async (ctx): Promise<InboxItem[]> => {
  const rows = await ownRows(ctx);
  return rows.map((row) => itemOf(row, rows));
});

async function ownRows(ctx: Scoped): Promise<Joined[]> {
  if (!ctx.actor.memberId) return [];
  return ctx.db
    .select({ handover: handovers, packet: packets })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.liaisonId, ctx.actor.memberId)))
    .orderBy(desc(handovers.deliveredAt), desc(handovers.id));
}

function itemOf({ handover, packet }: Joined, all: readonly Joined[]): InboxItem {
  const newer = all
    .filter(({ packet: other }) => other.caseId === packet.caseId && other.number === packet.number)
    .filter(({ packet: other }) => other.version > packet.version && other.status !== "withdrawn")
    .toSorted((a, b) => b.packet.version - a.packet.version)[0];
  return {
    handoverId: handover.id,
    code: packet.code,
    kind: packet.kind,
    version: packet.version,
    status: packet.status,
    pages: packet.pages,
    fileSize: packet.fileSize,
    deliveredAt: handover.deliveredAt,
    openedAt: handover.openedAt,
    acknowledgedAt: handover.acknowledgedAt,
    newer: newer ? { handoverId: newer.handover.id, version: newer.packet.version } : null,
  };
}

/** One packet as the officer sees it. @throws AppError not_found for a packet that was given to somebody else */
export const getHandover = query("handover.read", async (ctx, handoverId: string): Promise<HandoverView> => {
  const found = await findOwnHandover(ctx, handoverId);
  const { handover, packet } = found;
  const numbers = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.handoverId, handoverId), ne(references.state, "withdrawn")))
    .orderBy(asc(references.recordedAt));
  return {
    ...itemOf(found, await ownRows(ctx)),
    orgName: ctx.orgName,
    receiver: packet.receiver,
    message: handover.message,
    heldBack: await isHeld(ctx, packet.id),
    fileSha256: packet.fileSha256,
    builtAt: packet.builtAt,
    approvedAt: packet.decidedAt,
    withdrawnNote: packet.status === "withdrawn" ? packet.decisionNote : null,
    downloadedAt: handover.downloadedAt,
    acknowledgedNote: handover.acknowledgedNote,
    events: (await eventsOf(ctx, [handoverId])).get(handoverId) ?? [],
    numbers: numbers.map((row) => ({
      id: row.id,
      label: findReferenceKind(row.kind)?.label ?? row.kind,
      display: displayReference(row.kind, row.raw ?? "", row.canonical ?? ""),
      recordedAt: row.recordedAt,
    })),
  };
});

async function eventsOf(ctx: Scoped, handoverIds: string[]): Promise<Map<string, HandoverEventView[]>> {
  const found = new Map<string, HandoverEventView[]>();
  if (handoverIds.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(handoverEvents)
    .where(and(eq(handoverEvents.orgId, ctx.orgId), inArray(handoverEvents.handoverId, handoverIds)))
    .orderBy(asc(handoverEvents.at), asc(handoverEvents.id));
  for (const { id, handoverId, event, at, note } of rows) {
    found.set(handoverId, [...(found.get(handoverId) ?? []), { id, event, at, note }]);
  }
  return found;
}

/** Who was given a packet and what they did with it, for the people of the case. */
export const listDeliveries = query("case.read", async (ctx, packetId: string): Promise<DeliveryView[]> => {
  await findPacket(ctx, packetId);
  const rows = await ctx.db
    .select({ handover: handovers, officer: liaisons, name: members.name })
    .from(handovers)
    .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.packetId, packetId)))
    .orderBy(asc(handovers.deliveredAt));
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const events = await eventsOf(
    ctx,
    rows.map((row) => row.handover.id),
  );
  return rows.map(({ handover, officer, name }) => ({
    id: handover.id,
    liaisonName: name,
    rank: officer.rank,
    agency: officer.agency,
    unit: officer.unit,
    deliveredAt: handover.deliveredAt,
    deliveredBy: people.find((person) => person.id === handover.deliveredBy)?.name ?? "",
    message: handover.message,
    events: events.get(handover.id) ?? [],
  }));
});

/** The officers of the organisation, as somebody about to hand over a packet sees them. */
export const listOfficersFor = query("case.read", async (ctx, packetId: string): Promise<OfficerChoice[]> => {
  const packet = await findPacket(ctx, packetId);
  const officers = await listLiaisons(ctx);
  const given = await ctx.db.select().from(handovers).where(eq(handovers.packetId, packetId));
  const rows = await ctx.db.select().from(releases).where(eq(releases.caseId, packet.caseId));
  const today = civilDate(ctx.now, "UTC");
  return officers.map((officer) => ({
    ...officer,
    covered: rows.some((release) => coversOfficer(release, officer, today)),
    holdsIt: given.some((handover) => handover.liaisonId === officer.id),
  }));
});

/** Where the file of a handover lies, and under which name it leaves. @throws AppError not_found, conflict */
export const findHandoverFile = query("handover.read", async (ctx, handoverId: string) => {
  const { packet } = await findHandoverToHandOut(ctx, handoverId);
  if (!packet.fileId || !packet.fileKeyId) throw new AppError("not_found", "No such file.");
  return { fileId: packet.fileId, keyId: packet.fileKeyId, name: fileName(packet) };
});

/** The officer's own line at the top of the portal. */
export const readOfficer = query("handover.read", async (ctx) => {
  const [row] = await ctx.db
    .select({ rank: liaisons.rank, agency: liaisons.agency, unit: liaisons.unit })
    .from(liaisons)
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, ctx.actor.memberId ?? "")));
  return {
    name: ctx.actor.name,
    orgName: ctx.orgName,
    rank: row?.rank ?? "",
    place: row ? `${row.agency} ${row.unit}` : "",
  };
});
