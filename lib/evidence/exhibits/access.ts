import "server-only";
import { and, asc, eq, getTableColumns } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, cases, exhibits, incidentExhibits, incidents, uploads } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CaptureDetails } from "./input";
import { exhibitLabel } from "./rules";
import type { KnownExhibit, Receipt } from "./types";

export type ExhibitRow = typeof exhibits.$inferSelect;
export type UploadRow = typeof uploads.$inferSelect;
type FoundUpload = UploadRow & { keyId: string; closedAt: Date | null };

/** The sender goes on at another place than where the file stops, or somebody else is sending it. */
export class OffsetRefused extends AppError {
  /** Bytes that are held now. */
  readonly held: number;

  constructor(held: number, message: string) {
    super("conflict", message);
    this.held = held;
  }
}

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
export async function findUpload(ctx: Scoped, uploadId: string): Promise<FoundUpload> {
  if (isId(uploadId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(uploads), keyId: cases.keyId, closedAt: cases.closedAt })
      .from(uploads)
      .innerJoin(cases, eq(cases.id, uploads.caseId))
      .where(and(visibleCases(ctx), eq(uploads.id, uploadId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such upload.");
}

/** What the sender of an upload is told, as often as they ask. @throws AppError not_found */
export async function receiptOf(ctx: Scoped, exhibitId: string): Promise<Receipt> {
  const { number, sha256, size, sentSha256 } = await findExhibit(ctx, exhibitId);
  return { exhibitId, label: exhibitLabel(number), sha256, size, sentSha256 };
}

/** The first exhibit of the case with these bytes; null when there is none. */
export async function findSameBytes(ctx: Scoped, caseId: string, sha256: string): Promise<KnownExhibit | null> {
  const [row] = await ctx.db
    .select({ exhibitId: exhibits.id, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), eq(exhibits.sha256, sha256)))
    .orderBy(asc(exhibits.number))
    .limit(1);
  return row ? { exhibitId: row.exhibitId, label: exhibitLabel(row.number) } : null;
}

/** The sealed columns that the person who adds an exhibit may word. */
export function sealWords(vault: Vault, id: string, details: CaptureDetails) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.seal(place("description"), details.description),
    words: vault.sealMaybe(place("words"), details.words),
    sourceUrl: vault.sealMaybe(place("source_url"), details.sourceUrl),
    permalink: vault.sealMaybe(place("permalink"), details.permalink),
  };
}

type SealedWords = Pick<ExhibitRow, "description" | "words" | "sourceUrl" | "permalink" | "originalName">;

/** The sealed columns in clear. */
export function openWords(vault: Vault, id: string, row: SealedWords) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.open(place("description"), row.description),
    words: vault.openMaybe(place("words"), row.words),
    sourceUrl: vault.openMaybe(place("source_url"), row.sourceUrl),
    permalink: vault.openMaybe(place("permalink"), row.permalink),
    originalName: vault.open(place("original_name"), row.originalName),
  };
}

/** The capture details that are kept in clear, as columns. */
export function clearDetails(details: CaptureDetails) {
  const { platform, accountId, capturedAt, capturedZone, capturedBy, device, method, howObtained } = details;
  const { tool, timeSource, clockOffset, postId, visibility, sensitivity, language } = details;
  return {
    platform: platform ?? null,
    accountId: accountId ?? null,
    capturedAt: capturedAt ?? null,
    capturedZone: capturedZone ?? null,
    capturedBy: capturedBy ?? null,
    device: device ?? null,
    method,
    howObtained,
    tool: tool ?? null,
    timeSource: timeSource ?? null,
    clockOffset: clockOffset ?? null,
    postId: postId ?? null,
    visibility: visibility ?? null,
    sensitivity,
    language: language ?? null,
  };
}

/** Postgres refuses as well; this says why, and before a byte is read. @throws AppError conflict */
export async function requireNoStop(ctx: Scoped, caseId: string): Promise<void> {
  if (!(await isStopped(ctx, caseId))) return;
  throw new AppError(
    "conflict",
    "No file is taken on this case, because a person under 18 may be shown. Record the link instead.",
  );
}

/** Accounts and incidents that are named must be of this case. @throws AppError invalid with the field */
export async function requireOfCase(ctx: Scoped, caseId: string, details: CaptureDetails): Promise<void> {
  const { accountId, incidentIds } = details;
  if (accountId) {
    const found = await ctx.db.$count(accounts, and(eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
    if (found === 0) throw refuse("accountId", "Choose an account of this case.");
  }
  if (incidentIds.length > 0) {
    const theirs = and(eq(incidents.caseId, caseId), among(incidents.id, incidentIds));
    const found = await ctx.db.$count(incidents, theirs);
    if (found !== incidentIds.length) throw refuse("incidentIds", "Choose incidents of this case.");
  }
}

/** Nothing is captured after it was received. @throws AppError invalid at `capturedAt` */
export function requireCapturedBefore(
  received: Date,
  { capturedAt, clockOffset }: Pick<CaptureDetails, "capturedAt" | "clockOffset">,
): void {
  if (!capturedAt || capturedAt.getTime() - (clockOffset ?? 0) * 1000 <= received.getTime()) return;
  throw refuse(
    "capturedAt",
    "That is after it was received. Check day, time and zone, or say how far the clock of the device was ahead.",
  );
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
