import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, cases, exhibits, incidents, uploads } from "@/db/schema";
import { lockOpenCase, visibleCases } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CaptureDetails } from "./input";
import { exhibitLabel } from "./rules";
import type { KnownExhibit } from "./types";

export type ExhibitRow = typeof exhibits.$inferSelect;

export type UploadRow = typeof uploads.$inferSelect;

type LockedForFiles = { keyId: string; isStopped: boolean };

type FoundUpload = UploadRow & { keyId: string; closedAt: Date | null };

/** The sender resumes at another offset than the end of the file, or somebody else is sending it. */
export class OffsetRefused extends AppError {
  /** Bytes that are held now. */
  readonly held: number;

  constructor(held: number, message: string) {
    super("conflict", message);
    this.held = held;
  }
}

/** The exhibit with the key of its case, when this person may see the case. @throws AppError not_found */
export async function findExhibit(ctx: TxCtx, exhibitId: string): Promise<ExhibitRow & { keyId: string }> {
  if (isId(exhibitId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(exhibits), keyId: cases.keyId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(and(visibleCases(ctx), eq(exhibits.id, exhibitId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such exhibit."));
}

/** The announced upload, when this person may see its case. @throws AppError not_found */
export async function findUpload(ctx: TxCtx, uploadId: string): Promise<FoundUpload> {
  if (isId(uploadId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(uploads), keyId: cases.keyId, closedAt: cases.closedAt })
      .from(uploads)
      .innerJoin(cases, eq(cases.id, uploads.caseId))
      .where(and(visibleCases(ctx), eq(uploads.id, uploadId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such upload."));
}

/** The case of an upload, before it is locked. @throws AppError not_found */
export async function findCaseOfUpload(ctx: TxCtx, uploadId: string): Promise<string> {
  return (await findUploadRow(ctx, { id: uploadId })).caseId;
}

/** The upload of a case that this person has locked, and so may see. @throws AppError not_found */
export async function findUploadRow(ctx: TxCtx, { id, caseId }: { id: string; caseId?: string }): Promise<UploadRow> {
  if (isId(id)) {
    const [row] = await ctx.db
      .select()
      .from(uploads)
      .where(and(eq(uploads.orgId, ctx.orgId), eq(uploads.id, id), caseId ? eq(uploads.caseId, caseId) : undefined));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such upload."));
}

/** The same of several, in their order. @throws AppError not_found if one is missing; conflict if one is named twice */
export async function findUploadRows(
  ctx: TxCtx,
  { ids, caseId }: { ids: readonly string[]; caseId: string },
): Promise<UploadRow[]> {
  if (new Set(ids).size < ids.length) throw new AppError("conflict", t("A file is named twice."));
  const rows = await ctx.db
    .select()
    .from(uploads)
    .where(and(eq(uploads.orgId, ctx.orgId), among(uploads.id, ids), eq(uploads.caseId, caseId)));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row) throw new AppError("not_found", t("No such upload."));
    return row;
  });
}

/**
 * Locks an open case to which files come, once for all acts that share a transaction, and says whether it may take any: a
 * stop locks the case too, so none comes in between. @throws AppError not_found; conflict for a closed case
 */
export async function lockForFiles(ctx: TxCtx, caseId: string): Promise<LockedForFiles> {
  // An act that is rolled back gives back the locks that it took, and leaves this list with them.
  const locked = `files ${caseId}`;
  const known = ctx.batch?.asked.has(locked) ? ctx.batch.known.get(locked) : undefined;
  if (known) return known as LockedForFiles;
  const { keyId } = await lockOpenCase(ctx, caseId);
  const found = { keyId, isStopped: await isStopped(ctx, caseId) };
  ctx.batch?.known.set(locked, found);
  ctx.batch?.asked.add(locked);
  return found;
}

/** The first exhibits of the case with these bytes, by the hash that they have; what has none is not in it. */
export async function findSameBytes(
  ctx: TxCtx,
  caseId: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, KnownExhibit>> {
  if (digests.length === 0) return new Map();
  const rows = await ctx.db
    .select({ exhibitId: exhibits.id, number: exhibits.number, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, caseId), among(exhibits.sha256, digests)))
    .orderBy(desc(exhibits.number));
  return new Map(
    rows.map(({ exhibitId, number, sha256 }) => [sha256, { exhibitId, label: exhibitLabel(number) }] as const),
  );
}

/** Postgres enforces it too; this gives the reason, before a byte is read. @throws AppError conflict */
export async function requireNoStop(ctx: TxCtx, caseId: string): Promise<void> {
  if (await isStopped(ctx, caseId)) throw stopped();
}

/** The same of a case that is locked. @throws AppError conflict */
export function refuseStopped(found: LockedForFiles): void {
  if (found.isStopped) throw stopped();
}

function stopped(): AppError {
  return new AppError(
    "conflict",
    t("No file can be added to this case, because a person under 18 may be shown. Record the link instead."),
  );
}

/** Accounts and incidents that are named must be of this case. @throws AppError invalid with the field */
export async function requireOfCase(ctx: TxCtx, caseId: string, details: CaptureDetails): Promise<void> {
  const { accountId, incidentIds } = details;
  if (accountId) {
    const found = await ctx.db.$count(accounts, and(eq(accounts.caseId, caseId), eq(accounts.id, accountId)));
    if (found === 0) throw refuse("accountId", t("Choose an account of this case."));
  }
  if (incidentIds.length > 0) {
    const theirs = and(eq(incidents.caseId, caseId), among(incidents.id, incidentIds));
    const found = await ctx.db.$count(incidents, theirs);
    if (found !== incidentIds.length) throw refuse("incidentIds", t("Choose incidents of this case."));
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
    t("That is later than it was received. Check the day, time and zone, or say how far ahead the device clock was."),
  );
}

function refuse(field: string, message: string): AppError {
  return new AppError("invalid", t("Some answers need correcting."), { [field]: message });
}
