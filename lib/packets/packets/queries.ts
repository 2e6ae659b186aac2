import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { members, packetEvents, packetParts, packets } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { viewPictures } from "@/lib/evidence/clearances/access";
import type { PictureView } from "@/lib/evidence/clearances/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { askWordsFor, findPlaybook } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { findPacket, isPlace } from "./access";
import { findGiven } from "./find-given";
import { DraftContent } from "./input";
import { linesNow } from "./preflight/preflight";
import { readHolders } from "./read-holders";
import { refuseStoppedExhibits } from "./refuse-stopped-exhibits";
import { compareParts, deliverable, fileName } from "./rules";
import { withLooksNow } from "./snapshot/looked";
import { withReleasesNow } from "./snapshot/releases-now";
import { type PacketSnapshot, snapshotSchema } from "./snapshot/snapshot";
import type {
  BuildProgress,
  CasePackets,
  HolderView,
  PacketEventView,
  PacketPartKey,
  PacketPartView,
  PacketRow,
  PacketView,
  PreflightView,
} from "./types";

export { checkDraft, getDraftChoices, listDraftKinds } from "./drafting/queries";

type Row = typeof packets.$inferSelect;

/** Every version of every packet of a case, newest first, with who holds which. @throws AppError not_found */
export const listCasePackets = query("case.read", async (ctx, caseId: string): Promise<CasePackets> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, caseId)))
    .orderBy(desc(packets.number), desc(packets.version));
  return { rows: await rowsOf(ctx, rows, found.keyId), zone: zoneOf(found) };
});

/** The zone in which dates of the case are shown. */
function zoneOf(found: { pair: string; playbookVersion: number }): string {
  return findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
}

async function rowsOf(ctx: TxCtx, rows: readonly Row[], keyId: string): Promise<PacketRow[]> {
  const names = await memberNames(ctx);
  const ids = rows.map((row) => row.id);
  const holders = await readHolders(ctx, ids, keyId);
  return rows.map((row) => rowOf(row, names, holders));
}

function rowOf(row: Row, names: Map<string, string>, holders: Map<string, HolderView[]>): PacketRow {
  const { id, code, kind, version, receiver, status, pages, fileSize, draftedAt } = row;
  return {
    id,
    code,
    kind,
    version,
    receiver,
    status,
    pages,
    fileSize,
    draftedAt,
    draftedBy: names.get(row.draftedBy) ?? "",
    holders: holders.get(id) ?? [],
  };
}

async function memberNames(ctx: TxCtx): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** One packet with its draft opened. @throws AppError not_found */
export const getPacket = query("case.read", async (ctx, packetId: string): Promise<PacketView> => {
  const row = await findPacket(ctx, packetId);
  const found = await findCase(ctx, row.caseId);
  const vault = await openVault(ctx, found.keyId);
  const draft = vault.open({ table: "packets", column: "draft", row: row.id }, row.draft);
  const content = DraftContent.parse(JSON.parse(draft));
  const names = await memberNames(ctx);
  const versions = await ctx.db
    .select({ id: packets.id, version: packets.version, status: packets.status })
    .from(packets)
    .where(and(eq(packets.caseId, row.caseId), eq(packets.number, row.number)))
    .orderBy(desc(packets.version));
  const [newest] = versions.filter((version) => version.version > row.version && deliverable.includes(version.status));
  return {
    ...rowOf(row, names, await readHolders(ctx, [row.id], found.keyId)),
    caseId: row.caseId,
    caseCode: found.code,
    pseudonym: found.pseudonym,
    zone: zoneOf(found),
    zoneThere: findPlaybook(found.pair, found.playbookVersion)?.there.zone ?? zoneOf(found),
    draft: content,
    helpAsked: (askWordsFor(found.pair)?.kinds ?? []).flatMap(({ key, title }) =>
      content.help[key]?.ask ? [title] : [],
    ),
    preflight: await preflightNow(ctx, row, vault),
    progress: progressOf(row, await lastRetry(ctx, row.id)),
    fileSha256: row.fileSha256,
    builtAt: row.builtAt,
    draftedById: row.draftedBy,
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? null),
    decidedByAuthor: row.decidedBy !== null && row.decidedBy === row.draftedBy,
    decidedAt: row.decidedAt,
    decisionNote: row.decisionNote,
    supersedes: versions.find((version) => version.id === row.supersedesId) ?? null,
    supersededBy: newest ?? null,
  };
});

/** The result of the build; for a packet awaiting approval, updated for its pictures and releases. */
async function preflightNow(ctx: TxCtx, row: Row, vault: Vault): Promise<PreflightView[]> {
  const kept = row.preflight ?? [];
  const snapshot = row.status === "ready" ? snapshotOf(row, vault) : null;
  if (!snapshot) return kept;
  const looked = await withLooksNow(ctx, row.caseId, snapshot);
  return linesNow(kept, await withReleasesNow(ctx, row.caseId, looked.snapshot));
}

function snapshotOf(row: Row, vault: Vault): PacketSnapshot | null {
  if (row.snapshot === null) return null;
  const text = vault.open({ table: "packets", column: "snapshot", row: row.id }, row.snapshot);
  return snapshotSchema.parse(JSON.parse(text));
}

/** The pictures that a packet of this case serves, each with who checked it. @throws AppError not_found */
export const listPacketPictures = query(
  "case.read",
  async (ctx, caseId: string, packetId: string): Promise<PictureView[]> => {
    const row = await findPacket(ctx, packetId);
    if (row.caseId !== caseId) throw new AppError("not_found", t("No such packet."));
    const snapshot = snapshotOf(row, await openVault(ctx, (await findCase(ctx, caseId)).keyId));
    return snapshot ? viewPictures(ctx, caseId, (await withLooksNow(ctx, caseId, snapshot)).pictures) : [];
  },
);

/** The stage contains the current exhibit as its second word: `exhibits E-12`. */
function progressOf(row: Row, retriedAt: Date | null): BuildProgress {
  const { status, buildDone, buildTotal, buildError } = row;
  const [stage = "", exhibit] = row.buildStage.split(" ");
  const since = [row.draftedAt, row.decidedAt, retriedAt].flatMap((at) => at ?? []).toSorted((a, b) => +b - +a)[0];
  return {
    status,
    stage,
    exhibit,
    done: buildDone,
    total: buildTotal,
    error: buildError,
    since: (since ?? row.draftedAt).toISOString(),
    stopping: status === "building" && row.cancelAskedAt !== null,
  };
}

async function lastRetry(ctx: TxCtx, packetId: string): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ at: max(packetEvents.at) })
    .from(packetEvents)
    .where(and(eq(packetEvents.packetId, packetId), eq(packetEvents.event, "retried")));
  return row?.at ?? null;
}

/** The internal history of a packet and its comments, oldest first. @throws AppError not_found */
export const listPacketEvents = query("case.read", async (ctx, packetId: string): Promise<PacketEventView[]> => {
  const packet = await findPacket(ctx, packetId);
  const vault = await openVault(ctx, (await findCase(ctx, packet.caseId)).keyId);
  const names = await memberNames(ctx);
  const rows = await ctx.db
    .select()
    .from(packetEvents)
    .where(and(eq(packetEvents.orgId, ctx.orgId), eq(packetEvents.packetId, packetId)))
    .orderBy(asc(packetEvents.at), asc(packetEvents.id));
  return rows.map(({ id, event, at, by, words }) => ({
    id,
    event,
    at,
    by: by && (names.get(by) ?? null),
    own: event === "approved" && by === packet.draftedBy,
    words: vault.openMaybe({ table: "packet_events", column: "words", row: id }, words),
  }));
});

/** How far the building is. @throws AppError not_found */
export const readProgress = query("case.read", async (ctx, packetId: string): Promise<BuildProgress> => {
  return progressOf(await findPacket(ctx, packetId), await lastRetry(ctx, packetId));
});

/**
 * The location of a packet's file. downloadPacket logs the download; this is for its further ranges.
 * @throws AppError not_found; conflict while its case is stopped and the packet has an exhibit
 */
export const findPacketFile = query("paper.read", async (ctx, packetId: string, part: PacketPartKey = "served") => {
  const packet = await findPacket(ctx, packetId);
  const place = await findGiven(ctx, packet, part);
  await refuseStoppedExhibits(ctx, packet);
  return place;
});

/** The files of a packet, the served part first. One from before there were parts has only its served part. */
export const listParts = query("case.read", async (ctx, packetId: string): Promise<PacketPartView[]> => {
  const packet = await findPacket(ctx, packetId);
  const rows = await ctx.db
    .select()
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId)));
  const kept = rows
    .filter((row) => !isPlace(packet, row))
    .map(({ part, name, mime, sha256, size, pages }) => ({ part, name, mime, sha256, size, pages }));
  const { fileSha256: sha256, fileSize: size, pages } = packet;
  const alone =
    sha256 && size !== null ? [{ ...pdf, part: "served" as const, name: fileName(packet), sha256, size, pages }] : [];
  const all = kept.some((file) => file.part === "served") ? kept : [...alone, ...kept];
  return all.toSorted((a, b) => compareParts(a.part, b.part));
});

const pdf = { mime: "application/pdf" };
