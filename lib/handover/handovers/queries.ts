import "server-only";
import { and, asc, desc, eq, gt, gte, ne, notInArray, or, sql } from "drizzle-orm";
import { among } from "@/db/among";
import {
  handoverEvents,
  handovers,
  liaisons,
  members,
  organisations,
  packetParts,
  packets,
  references,
} from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { displayReference } from "@/lib/casework/references/rules";
import { findZone } from "@/lib/handover/officers/find-zone";
import { listWithLogin } from "@/lib/handover/officers/list-with-login";
import { standingOf } from "@/lib/handover/officers/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import { listLiaisons } from "@/lib/organisation/members/queries";
import { findPacket } from "@/lib/packets/packets/access";
import { readHolders } from "@/lib/packets/packets/read-holders";
import { readStanding } from "@/lib/packets/packets/read-standing";
import { isToSend } from "@/lib/packets/packets/rules";
import type { Cover } from "@/lib/packets/release-cover/types";
import { findOwnHandover, findPart, isHeld, readCover } from "./access";
import { listExhibitsGiven } from "./list-exhibits-given";
import { readOutcomes } from "./read-outcomes";
import { readQuestions } from "./read-questions";
import { readReleaseCheck } from "./read-release-check";
import { cannotCorrect, checkReleases, forOfficers, type PartChoice, partsToAskAbout, releaseProblem } from "./rules";
import type {
  DeliveryView,
  HandoverEventView,
  HandoverView,
  InboxItem,
  LaterVersion,
  OfficerChoice,
  OfficerPart,
  PartView,
  ReleaseCheck,
  ToTell,
} from "./types";

type Joined = { handover: typeof handovers.$inferSelect; packet: typeof packets.$inferSelect };
type Given = Joined & { cover: Cover };

/** Everything handed to this officer, newest first. */
export const listInbox = query("handover.read", async (ctx): Promise<InboxItem[]> => {
  const rows = await ownRows(ctx);
  const zone = await ownZone(ctx);
  return rows.map((row) => itemOf(row, rows, zone));
});

async function ownRows(ctx: TxCtx): Promise<Given[]> {
  const { memberId } = ctx.actor;
  if (!memberId) return [];
  return ctx.db
    .select({
      handover: handovers,
      packet: packets,
      cover: sql<Cover>`app.cover_of(${packets.id}, ${memberId}::uuid)`,
    })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.liaisonId, memberId)))
    .orderBy(desc(handovers.deliveredAt), desc(handovers.id));
}

const ownZone = async (ctx: TxCtx) => (ctx.actor.memberId ? findZone(ctx, ctx.actor.memberId) : null);

function itemOf({ handover, packet, cover }: Given, all: readonly Joined[], zone: string | null): InboxItem {
  const newer = all
    .filter(({ packet: other }) => other.caseId === packet.caseId && other.number === packet.number)
    .filter(({ packet: other }) => other.version > packet.version && other.status !== "withdrawn")
    .toSorted((a, b) => b.packet.version - a.packet.version)[0];
  return {
    handoverId: handover.id,
    code: packet.code,
    kind: packet.kind,
    version: packet.version,
    zone,
    status: packet.status,
    pages: packet.pages,
    fileSize: packet.fileSize,
    deliveredAt: handover.deliveredAt,
    openedAt: handover.openedAt,
    acknowledgedAt: handover.acknowledgedAt,
    cover,
    newer: newer ? { handoverId: newer.handover.id, version: newer.packet.version } : null,
  };
}

/** One packet as the officer sees it. @throws AppError not_found for a packet that was given to somebody else */
export const getHandover = query("handover.read", async (ctx, handoverId: string): Promise<HandoverView> => {
  const found = await findOwnHandover(ctx, handoverId);
  const { handover, packet } = found;
  const cover = await readCover(ctx, handover);
  const isOpen = cover === "covered";
  const standing = await readStanding(ctx, packet);
  const all = isOpen ? await partsOf(ctx, packet) : [];
  const parts = standing === null ? all : all.filter(({ part }) => !isToSend(part));
  const [desk] = await ctx.db
    .select({ email: organisations.deskEmail, phone: organisations.deskPhone })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  const numbers = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.handoverId, handoverId), ne(references.state, "withdrawn")))
    .orderBy(asc(references.recordedAt), asc(references.id));
  return {
    ...itemOf({ ...found, cover }, await ownRows(ctx), await ownZone(ctx)),
    orgName: ctx.orgName,
    email: desk?.email ?? null,
    phone: desk?.phone ?? null,
    desk: [desk?.email, desk?.phone].flatMap((value) => value ?? []),
    receiver: packet.receiver,
    message: isOpen ? handover.message : null,
    superseded: standing === "superseded",
    heldBack: await isHeld(ctx, packet.id),
    fileSha256: packet.fileSha256,
    builtAt: packet.builtAt,
    approvedAt: packet.decidedAt,
    withdrawnNote: packet.status === "withdrawn" ? packet.decisionNote : null,
    withdrawnAt: packet.withdrawnAt,
    parts,
    annex: annexForOfficer(handover, parts),
    downloadedAt: handover.downloadedAt,
    acknowledgedNote: handover.acknowledgedNote,
    events: (await eventsOf(ctx, [handoverId])).get(handoverId) ?? [],
    numbers: numbers.map((row) => ({
      id: row.id,
      label: findReferenceKind(row.kind)?.label ?? row.kind,
      display: displayReference(row.kind, row.raw ?? "", row.canonical ?? ""),
      recordedAt: row.recordedAt,
    })),
    // They are sealed under the key of the packet, which is closed with it.
    questions: isOpen ? ((await readQuestions(ctx, [handoverId])).get(handoverId) ?? []) : [],
    outcomes: isOpen ? ((await readOutcomes(ctx, [handoverId])).get(handoverId) ?? []) : [],
  };
});

/** What an officer may ask about: the sections of this kind of packet and its exhibits. */
export const listAskable = query("handover.answer", async (ctx, handoverId: string): Promise<PartChoice[]> => {
  const { packet } = await findOwnHandover(ctx, handoverId);
  return partsToAskAbout(packet.kind, await listExhibitsGiven(ctx, packet.id));
});

/** The files that this officer may have now, the packet itself first. */
async function partsOf(ctx: TxCtx, packet: Joined["packet"]): Promise<PartView[]> {
  const rows = await ctx.db
    .select()
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packet.id)));
  return forOfficers(rows).map(({ part, name, mime, sha256, size, pages }) => ({
    part,
    name,
    mime,
    sha256,
    size,
    pages,
  }));
}

function annexForOfficer({ withAnnex }: Joined["handover"], parts: readonly PartView[]): HandoverView["annex"] {
  if (!withAnnex) return "none";
  return parts.some(({ part }) => part === "annex") ? "given" : "closed";
}

async function eventsOf(ctx: TxCtx, handoverIds: string[]): Promise<Map<string, HandoverEventView[]>> {
  const found = new Map<string, HandoverEventView[]>();
  if (handoverIds.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(handoverEvents)
    .where(and(eq(handoverEvents.orgId, ctx.orgId), among(handoverEvents.handoverId, handoverIds)))
    .orderBy(asc(handoverEvents.at), asc(handoverEvents.id));
  for (const { id, handoverId, event, at, note } of rows) {
    found.set(handoverId, [...(found.get(handoverId) ?? []), { id, event, at, note }]);
  }
  return found;
}

/** Who was given a packet and what they did with it, for members on the case. */
export const listDeliveries = query("case.read", async (ctx, packetId: string): Promise<DeliveryView[]> => {
  const door = await readReleaseCheck(ctx, await findPacket(ctx, packetId));
  const rows = await ctx.db
    .select({ handover: handovers, officer: liaisons, name: members.name })
    .from(handovers)
    .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.packetId, packetId)))
    .orderBy(asc(handovers.deliveredAt));
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const ids = rows.map((row) => row.handover.id);
  const events = await eventsOf(ctx, ids);
  const questions = await readQuestions(ctx, ids);
  const outcomes = await readOutcomes(ctx, ids);
  return rows.map(({ handover, officer, name }) => ({
    id: handover.id,
    liaisonId: handover.liaisonId,
    liaisonName: name,
    rank: officer.rank,
    agency: officer.agency,
    unit: officer.unit,
    deliveredAt: handover.deliveredAt,
    deliveredBy: people.find((person) => person.id === handover.deliveredBy)?.name ?? "",
    message: handover.message,
    annex: annexForStaff(ctx.now, handover, door),
    annexUntil: handover.annexUntil,
    events: events.get(handover.id) ?? [],
    questions: questions.get(handover.id) ?? [],
    outcomes: outcomes.get(handover.id) ?? [],
  }));
});

/** Later versions of a packet that an answer may name, newest first. */
export const listLaterVersions = query("case.read", async (ctx, packetId: string): Promise<LaterVersion[]> => {
  const { caseId, number, version } = await findPacket(ctx, packetId);
  return ctx.db
    .select({ id: packets.id, version: packets.version, status: packets.status })
    .from(packets)
    .where(
      and(
        eq(packets.orgId, ctx.orgId),
        eq(packets.caseId, caseId),
        eq(packets.number, number),
        gt(packets.version, version),
        notInArray(packets.status, [...cannotCorrect]),
      ),
    )
    .orderBy(desc(packets.version));
});

function annexForStaff(
  now: Date,
  { withAnnex, annexUntil, liaisonId }: Joined["handover"],
  door: ReleaseCheck,
): DeliveryView["annex"] {
  if (annexUntil && annexUntil > now) return "open";
  if (door.hasAnnex && !checkReleases(door, liaisonId, true).identity) return "may";
  return withAnnex ? "closed" : "none";
}

/** Officers who hold an earlier version of this packet and neither this nor a later one: they must be notified. */
export const listToTell = query("case.read", async (ctx, packetId: string): Promise<ToTell[]> => {
  const packet = await findPacket(ctx, packetId);
  const same = and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, packet.caseId), eq(packets.number, packet.number));
  const versions = await ctx.db
    .select({ id: packets.id, version: packets.version })
    .from(packets)
    .where(and(same, or(gte(packets.version, packet.version), ne(packets.status, "withdrawn"))))
    .orderBy(desc(packets.version));
  const { keyId } = await findCase(ctx, packet.caseId);
  const held = await readHolders(
    ctx,
    versions.map(({ id }) => id),
    keyId,
  );
  const all = versions.flatMap(({ id, version }) =>
    (held.get(id) ?? []).map((holder) => ({ id: holder.id, how: holder.how, who: holder.who, version })),
  );
  const newest = all.filter((row, i) => all.findIndex((handover) => handover.who === row.who) === i);
  return newest.filter(({ version }) => version < packet.version);
});

/** The officers of the organisation, as somebody about to hand over a packet sees them. */
export const listOfficersFor = query("case.read", async (ctx, packetId: string): Promise<OfficerChoice[]> => {
  const packet = await findPacket(ctx, packetId);
  const officers = await listLiaisons(ctx);
  const given = await ctx.db.select().from(handovers).where(eq(handovers.packetId, packetId));
  const withLogin = await listWithLogin(ctx);
  const door = await readReleaseCheck(ctx, packet);
  return officers.map((officer) => {
    const at = checkReleases(door, officer.id, door.hasAnnex);
    return {
      ...officer,
      covered: releaseProblem(at) === null,
      standing: standingOf(officer),
      hasAccount: withLogin.has(officer.id),
      door: at,
      annex: door.hasAnnex ? (at.identity ? "not_covered" : "covered") : "none",
      holdsIt: given.some((handover) => handover.liaisonId === officer.id),
    };
  });
});

/**
 * The location of a handover's file, and the name under which it is downloaded. @throws AppError not_found, conflict
 */
export const findHandoverFile = query(
  "handover.read",
  async (ctx, handoverId: string, part: OfficerPart = "served") => {
    return (await findPart(ctx, handoverId, part)).file;
  },
);

/** The officer's own details at the top of the portal. */
export const readOfficer = query("handover.read", async (ctx) => {
  const [row] = await ctx.db
    .select({ rank: liaisons.rank, agency: liaisons.agency, unit: liaisons.unit })
    .from(liaisons)
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, ctx.actor.memberId ?? "")));
  const [desk] = await ctx.db
    .select({ phone: organisations.deskPhone })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return {
    name: ctx.actor.name,
    orgName: ctx.orgName,
    phone: desk?.phone ?? null,
    rank: row?.rank ?? "",
    place: row ? `${row.agency} ${row.unit}` : "",
  };
});
