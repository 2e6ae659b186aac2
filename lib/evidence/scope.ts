import "server-only";
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import type { Sealed } from "@/db/columns";
import { accounts, cases, exhibits, incidentExhibits, incidents, uploads } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import type { Vault } from "@/lib/access/vault";
import { visibleCases } from "@/lib/cases/scope";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CaptureDetails } from "./input";
import { exhibitLabel } from "./rules";
import type { Receipt } from "./types";

export type ExhibitRow = typeof exhibits.$inferSelect;
export type UploadRow = typeof uploads.$inferSelect;

/** The exhibit with the key of its case, when this person may see the case. @throws AppError not_found */
export async function findExhibit(ctx: Scoped, exhibitId: string): Promise<ExhibitRow & { keyId: string }> {
  if (isId(exhibitId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(exhibits), keyId: cases.keyId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(and(visibleCases(ctx), eq(exhibits.id, exhibitId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such exhibit.");
}

/** The announced upload, when this person may see its case. @throws AppError not_found */
export async function findUpload(ctx: Scoped, uploadId: string): Promise<UploadRow & { keyId: string }> {
  if (isId(uploadId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(uploads), keyId: cases.keyId })
      .from(uploads)
      .innerJoin(cases, eq(cases.id, uploads.caseId))
      .where(and(visibleCases(ctx), eq(uploads.id, uploadId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such upload.");
}

/** What the sender of an upload is told, as often as they ask. @throws AppError not_found */
export async function receiptOf(ctx: Scoped, exhibitId: string): Promise<Receipt> {
  const { number, sha256, size } = await findExhibit(ctx, exhibitId);
  return { exhibitId, label: exhibitLabel(number), sha256, size };
}

/** The sealed columns that the person who adds an exhibit may word. */
export function sealWords(vault: Vault, id: string, details: CaptureDetails) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.seal(place("description"), details.description),
    words: vault.sealMaybe(place("words"), details.words),
    sourceUrl: vault.sealMaybe(place("source_url"), details.sourceUrl),
  };
}

type SealedWords = { description: Sealed; words: Sealed | null; sourceUrl: Sealed | null; originalName: Sealed };

/** The sealed columns in clear. */
export function openWords(vault: Vault, id: string, row: SealedWords) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.open(place("description"), row.description),
    words: vault.openMaybe(place("words"), row.words),
    sourceUrl: vault.openMaybe(place("source_url"), row.sourceUrl),
    originalName: vault.open(place("original_name"), row.originalName),
  };
}

/** The capture details that are kept in clear, as columns. */
export function clearDetails(details: CaptureDetails) {
  const { platform, accountId, capturedAt, capturedZone, capturedBy, device, method, howObtained } = details;
  return {
    platform: platform ?? null,
    accountId: accountId ?? null,
    capturedAt: capturedAt ?? null,
    capturedZone: capturedZone ?? null,
    capturedBy: capturedBy ?? null,
    device: device ?? null,
    method,
    howObtained,
  };
}

/** Accounts and incidents that are named must be of this case. @throws AppError invalid with the field */
export async function requireOfCase(ctx: Scoped, caseId: string, details: CaptureDetails): Promise<void> {
  const { accountId, incidentIds } = details;
  if (accountId) {
    const found = await ctx.db.$count(accounts, and(eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
    if (found === 0) throw refuse("accountId", "Choose an account of this case.");
  }
  if (incidentIds.length > 0) {
    const theirs = and(eq(incidents.caseId, caseId), inArray(incidents.id, incidentIds));
    const found = await ctx.db.$count(incidents, theirs);
    if (found !== incidentIds.length) throw refuse("incidentIds", "Choose incidents of this case.");
  }
}

function refuse(field: string, message: string): AppError {
  return new AppError("invalid", "Some answers need another look.", { [field]: message });
}

/** Ties the exhibit to exactly these incidents. */
export async function keepTies(ctx: Scoped, row: { id: string; caseId: string }, incidentIds: readonly string[]) {
  const mine = and(eq(incidentExhibits.orgId, ctx.orgId), eq(incidentExhibits.exhibitId, row.id));
  await ctx.db.delete(incidentExhibits).where(mine);
  if (incidentIds.length === 0) return;
  await ctx.db
    .insert(incidentExhibits)
    .values(incidentIds.map((incidentId) => ({ orgId: ctx.orgId, caseId: row.caseId, incidentId, exhibitId: row.id })));
}
