import "server-only";
import { and, asc, eq, getTableColumns, getTableName, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";
import type { KindName } from "./labels";
import { type Naming, plainOf, readText } from "./rules";
import type { Plain } from "./types";

export type ExportRow = typeof schema.caseExports.$inferSelect;

/** The export, when this person may see it. @throws AppError not_found */
export async function findExport(ctx: Scoped, exportId: string): Promise<ExportRow> {
  const { caseExports } = schema;
  if (isId(exportId)) {
    const [row] = await ctx.db
      .select()
      .from(caseExports)
      .where(and(eq(caseExports.orgId, ctx.orgId), eq(caseExports.id, exportId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such folder.");
}

/** As findExport, and nobody else changes it until this transaction ends. @throws AppError not_found */
export async function lockExport(ctx: Scoped, exportId: string): Promise<ExportRow> {
  const { id } = await findExport(ctx, exportId);
  const [row] = await ctx.db.select().from(schema.caseExports).where(eq(schema.caseExports.id, id)).for("update");
  if (!row) throw new AppError("not_found", "No such folder.");
  return row;
}

export const reasonPlace = (row: string) => ({ table: "case_exports", column: "reason", row });

/** Every table of a case that leaves with it. What is not named here does not: secrets, search tokens, uploads, keys. */
export const caseTables = {
  case_members: schema.caseMembers,
  subjects: schema.subjects,
  accounts: schema.accounts,
  account_handles: schema.accountHandles,
  identifiers: schema.identifiers,
  account_exhibits: schema.accountExhibits,
  incidents: schema.incidents,
  incident_exhibits: schema.incidentExhibits,
  exhibits: schema.exhibits,
  derivatives: schema.derivatives,
  custody_events: schema.custodyEvents,
  timestamps: schema.timestamps,
  clearances: schema.clearances,
  word_covers: schema.wordCovers,
  scans: schema.scans,
  exposures: schema.exposures,
  references: schema.references,
  reference_changes: schema.referenceChanges,
  case_steps: schema.caseSteps,
  step_events: schema.stepEvents,
  clock_changes: schema.clockChanges,
  hand_clocks: schema.handClocks,
  preservations: schema.preservations,
  charges: schema.charges,
  authorities: schema.authorities,
  refusals: schema.refusals,
  releases: schema.releases,
  release_recipients: schema.releaseRecipients,
  documents: schema.documents,
  document_versions: schema.documentVersions,
  packets: schema.packets,
  packet_parts: schema.packetParts,
  packet_events: schema.packetEvents,
  dispatches: schema.dispatches,
  recalls: schema.recalls,
  handovers: schema.handovers,
  handover_events: schema.handoverEvents,
  handover_questions: schema.handoverQuestions,
  handover_outcomes: schema.handoverOutcomes,
  image_stops: schema.imageStops,
  image_sightings: schema.imageSightings,
  chat_imports: schema.chatImports,
  chat_senders: schema.chatSenders,
  corrections: schema.corrections,
  case_restrictions: schema.caseRestrictions,
  rights_requests: schema.rightsRequests,
} as const satisfies Partial<Record<KindName, PgTable>>;

/** Never leaves: whose row it is, where bytes lie and under which key, what finds a value again, copies of the whole. */
const kept = new Set([
  ...["id", "orgId", "caseId", "keyId", "fileId", "fileKeyId", "uploadId", "token", "fingerprint"],
  ...["snapshot", "annexSnapshot", "find", "secret", "words_tokens", "codeHash", "linkHash"],
]);

/** Bytes that say nothing but a digest of what is in the folder. */
const digests = new Set(["hash", "previous", "sha256"]);

export const leaves = (name: string, column: PgColumn): boolean =>
  !kept.has(name) && (column.getSQLType() !== "bytea" || digests.has(name));

export type RawRow = Record<string, unknown>;

/** The rows of a table, as the database has them, the oldest first where they have an id. */
export async function rowsOf(ctx: Scoped, table: PgTable, where: SQL | undefined, limit?: number): Promise<RawRow[]> {
  const { id } = getTableColumns(table) as Record<string, PgColumn>;
  const all = ctx.db.select().from(table).where(where).$dynamic();
  const read = id ? all.orderBy(asc(id)) : all;
  return (limit === undefined ? read : read.limit(limit)) as unknown as Promise<RawRow[]>;
}

/** A row as it leaves: opened, without what is only ours, ids as names. */
export async function plainRow(
  ctx: Scoped,
  table: PgTable,
  row: RawRow,
  { vault, naming }: { vault: Vault; naming: Naming },
): Promise<Record<string, Plain>> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const own = typeof row.keyId === "string" && row.keyId !== vault.keyId ? row.keyId : null;
  let opened: Vault | null = own ? null : vault;
  const plain: Record<string, Plain> = {};
  const called = typeof row.id === "string" ? naming(row.id) : null;
  if (called) plain.name = called;
  for (const [name, column] of Object.entries(columns)) {
    if (!leaves(name, column)) continue;
    let value: unknown = row[name];
    if (isSealedText(value)) {
      opened ??= await openVault(ctx, own ?? vault.keyId);
      const place = { table: getTableName(table), column: snake(name), row: String(row.id) };
      value = readText(opened.open(place, value as Parameters<Vault["open"]>[1]));
    }
    plain[name] = plainOf(value, naming);
  }
  return plain;
}

const isSealedText = (value: unknown): boolean =>
  typeof value === "string" && /^v1\.[\w-]{16}\.[\w-]{22,}$/.test(value);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a folder tells of a file before its bytes: the exhibit it is or was made from, and the digest on record. */
export type FolderPiece = ZipPiece & { about?: { exhibit: string; sha256: string; kind: "original" | "derivative" } };

/** A small file of a folder, made in memory. */
export const textFile = (name: string, text: string): ZipPiece => {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.byteLength,
    open: async function* () {
      yield bytes;
    },
  };
};

export const jsonFile = (name: string, value: unknown): ZipPiece =>
  textFile(name, `${JSON.stringify(value, null, 1)}\n`);
