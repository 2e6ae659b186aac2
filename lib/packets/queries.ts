import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { handovers, liaisons, members, packets, references } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { findAgency, findPlatform, findPlaybook, type Law } from "@/lib/jurisdictions/rules";
import { readLaw } from "@/lib/law/queries";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { displayReference } from "@/lib/references/rules";
import { DraftContent } from "./input";
import { checklistFor, runPreflight } from "./preflight";
import { refuseStoppedExhibits } from "./refuse-stopped-exhibits";
import { approvalField, deliverable, fileName, kindOf, packetCode, viewOf } from "./rules";
import { findPacket } from "./scope";
import { stationOf } from "./taking/numbers";
import { providerOf } from "./taking/people";
import { readCase } from "./taking/read-case";
import { takeSnapshot } from "./taking/take-snapshot";
import { accountCode, exhibitCode } from "./taking/words";
import type {
  BuildProgress,
  CasePackets,
  DraftChoices,
  HolderView,
  PacketRow,
  PacketView,
  PreflightView,
} from "./types";

type Row = typeof packets.$inferSelect;

/** Every version of every packet of a case, newest first, with who holds which. @throws AppError not_found */
export const listCasePackets = query("case.read", async (ctx, caseId: string): Promise<CasePackets> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, caseId)))
    .orderBy(desc(packets.number), desc(packets.version));
  return { rows: await rowsOf(ctx, rows), zone: zoneOf(found) };
});

/** The zone in which dates of the case are shown. */
function zoneOf(found: { pair: string; playbookVersion: number }): string {
  return findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? "UTC";
}

async function rowsOf(ctx: Scoped, rows: readonly Row[]): Promise<PacketRow[]> {
  const names = await memberNames(ctx);
  const holders = await holdersOf(
    ctx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => rowOf(row, names, holders));
}

function rowOf(row: Row, names: Map<string, string>, holders: Map<string, HolderView[]>): PacketRow {
  const { id, code, kind, version, receiver, status, pages, fileSize, draftedAt } = row;
  return {
    ...{ id, code, kind, version, receiver, status, pages, fileSize, draftedAt },
    draftedBy: names.get(row.draftedBy) ?? "",
    holders: holders.get(id) ?? [],
  };
}

async function memberNames(ctx: Scoped): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function holdersOf(ctx: Scoped, packetIds: string[]): Promise<Map<string, HolderView[]>> {
  const found = new Map<string, HolderView[]>();
  if (packetIds.length === 0) return found;
  const rows = await ctx.db
    .select({ handover: handovers, officer: liaisons, name: members.name })
    .from(handovers)
    .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(eq(handovers.orgId, ctx.orgId), inArray(handovers.packetId, packetIds)))
    .orderBy(asc(handovers.deliveredAt));
  const ids = rows.map((row) => row.handover.id);
  const numbers =
    ids.length > 0 ? await ctx.db.select().from(references).where(inArray(references.handoverId, ids)) : [];
  for (const { handover, officer, name } of rows) {
    const mine = numbers.filter((one) => one.handoverId === handover.id && one.state === "issued");
    const view: HolderView = {
      handoverId: handover.id,
      liaisonName: name,
      rank: officer.rank,
      agency: officer.agency,
      unit: officer.unit,
      deliveredAt: handover.deliveredAt,
      openedAt: handover.openedAt,
      downloadedAt: handover.downloadedAt,
      acknowledgedAt: handover.acknowledgedAt,
      numbers: mine.map((one) => displayReference(one.kind, one.raw ?? "", one.canonical ?? "")),
    };
    found.set(handover.packetId, [...(found.get(handover.packetId) ?? []), view]);
  }
  return found;
}

/** One packet with its draft opened. @throws AppError not_found */
export const getPacket = query("case.read", async (ctx, packetId: string): Promise<PacketView> => {
  const row = await findPacket(ctx, packetId);
  const found = await findCase(ctx, row.caseId);
  const vault = await openVault(ctx, found.keyId);
  const draft = vault.open({ table: "packets", column: "draft", row: row.id }, row.draft);
  const names = await memberNames(ctx);
  const versions = await ctx.db
    .select({ id: packets.id, version: packets.version, status: packets.status })
    .from(packets)
    .where(and(eq(packets.caseId, row.caseId), eq(packets.number, row.number)))
    .orderBy(desc(packets.version));
  const [newest] = versions.filter((one) => one.version > row.version && deliverable.includes(one.status));
  return {
    ...rowOf(row, names, await holdersOf(ctx, [row.id])),
    caseId: row.caseId,
    caseCode: found.code,
    pseudonym: found.pseudonym,
    zone: zoneOf(found),
    draft: DraftContent.parse(JSON.parse(draft)),
    preflight: row.preflight ?? [],
    progress: progressOf(row),
    fileSha256: row.fileSha256,
    builtAt: row.builtAt,
    draftedById: row.draftedBy,
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? null),
    decidedAt: row.decidedAt,
    decisionNote: row.decisionNote,
    supersedes: versions.find((one) => one.id === row.supersedesId) ?? null,
    supersededBy: newest ?? null,
  };
});

function progressOf(row: Row): BuildProgress {
  const { status, buildStage, buildDone, buildTotal, buildError } = row;
  return { status, stage: buildStage, done: buildDone, total: buildTotal, error: buildError };
}

/** How far the building is. @throws AppError not_found */
export const readProgress = query("case.read", async (ctx, packetId: string): Promise<BuildProgress> => {
  return progressOf(await findPacket(ctx, packetId));
});

/**
 * Where the file of a packet lies. Taking it is logged by downloadPacket; this is for its further pieces.
 * @throws AppError not_found; conflict while its case is stopped and it carries an exhibit
 */
export const findPacketFile = query("case.read", async (ctx, packetId: string) => {
  const packet = await findPacket(ctx, packetId);
  if (!packet.fileId || !packet.fileKeyId) throw new AppError("not_found", "This packet has no file yet.");
  await refuseStoppedExhibits(ctx, packet);
  return { fileId: packet.fileId, keyId: packet.fileKeyId, name: fileName(packet) };
});

/** What the form of a new packet offers; a next version starts from what was written for the last. */
export const getDraftChoices = query("case.read", async (ctx, caseId: string, kind: string): Promise<DraftChoices> => {
  await findCase(ctx, caseId);
  const record = await readCase(ctx, caseId);
  const rows = await ctx.db
    .select()
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.caseId, caseId)))
    .orderBy(desc(packets.number), desc(packets.version));
  const last = rows.find((row) => row.kind === kind);
  const vault = await openVault(ctx, record.case.keyId);
  const written = last && vault.open({ table: "packets", column: "draft", row: last.id }, last.draft);
  return {
    caseId,
    caseCode: record.case.code,
    nextVersion: (last?.version ?? 0) + 1,
    code: last?.code ?? packetCode(record.case.code, (rows[0]?.number ?? 0) + 1),
    accounts: record.accounts.map((row) => ({
      code: accountCode(row),
      platform: findPlatform(row.platform)?.name ?? row.platform,
      name: row.handle,
      platformId: row.platformId,
      entity: providerOf(row.platform)?.entity ?? "",
    })),
    exhibits: record.exhibits.map((row) => ({ code: exhibitCode(row), title: row.description, size: row.size })),
    start: written
      ? DraftContent.parse(JSON.parse(written))
      : firstDraft(record, civilDate(ctx.now, "UTC"), await readLaw(ctx)),
  };
});

/** A first draft: receivers in order, the whole span of the incidents on each account, no content asked. */
function firstDraft(record: Awaited<ReturnType<typeof readCase>>, today: string, law: Law): Partial<DraftContent> {
  const place = record.references.map((row) => stationOf(row.kind, row.canonical)).find((station) => station !== null);
  const first = record.incidents.map((row) => civilDate(row.happenedAt, "UTC")).toSorted()[0];
  const asks = record.accounts.map((row) => {
    const range = { from: first ?? "", to: today };
    return [accountCode(row), { subscriber: true, traffic: first !== undefined, content: false, ...range }] as const;
  });
  return {
    investigatingOfficer: ["Investigating officer", place].filter(Boolean).join(", "),
    prosecutor: `Prosecutor, ${findAgency("npa", law)?.name ?? ""}`,
    centralAuthority: findAgency("doj_cd", law)?.name ?? "Central authority",
    asks: Object.fromEntries(asks),
  };
}

/**
 * The checklist over a draft that is not built yet: the same checks as at building, on the case as it stands now.
 * @throws AppError invalid with the fields of the form, not_found
 */
export const checkDraft = query("case.read", async (ctx, caseId: string, raw: unknown): Promise<PreflightView[]> => {
  await findCase(ctx, caseId);
  if (!ctx.actor.memberId) throw new AppError("forbidden", "A person checks a draft.");
  const draft = readDraft(raw);
  const kind = kindOf(rawKind(raw));
  const facts = { caseId, kind, code: "draft", number: 0, version: 1, draftedBy: ctx.actor.memberId, draft };
  const { snapshot, secrets } = await takeSnapshot(ctx, facts);
  // The originals are read again when the packet is built; until then their hash counts as received.
  const rehashed = { at: snapshot.packet.builtAt, same: true };
  const exhibits = snapshot.exhibits.map((exhibit) => ({ ...exhibit, rehashed }));
  const lines = viewOf(runPreflight({ ...snapshot, exhibits }, secrets), checklistFor(snapshot));
  return lines.filter((line) => line.field !== approvalField);
});

function rawKind(raw: unknown): string {
  const given = typeof raw === "object" && raw !== null && "kind" in raw ? raw.kind : undefined;
  return typeof given === "string" && given !== "" ? given : "mla_dossier";
}

function readDraft(raw: unknown): DraftContent {
  const parsed = DraftContent.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]));
  throw new AppError("invalid", "Some answers need another look.", fields);
}
