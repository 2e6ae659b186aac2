import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, getTableColumns, isNull, max, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, cases, dataKeys, exhibits, imageStops, incidents, uploads } from "@/db/schema";
import { lockOpenCase, visibleCases } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { allOf } from "@/lib/kernel/access/all-of";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CaptureDetails } from "./input";
import { exhibitLabel } from "./rules";
import type { KnownExhibit } from "./types";

export type ExhibitRow = typeof exhibits.$inferSelect;

export type UploadRow = typeof uploads.$inferSelect;

type LockedForFiles = { keyId: string; isStopped: boolean };

/** A locked case, with what the rows of its next exhibits need: its wrapped key, and the number of the last one. */
export type ReadyForFiles = LockedForFiles & { caseId: string; wrapped: string | null; lastNumber: number };

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

/**
 * The same in one statement with what decides where its bytes go: the wrapped key of its case, and whether that takes
 * files. @throws AppError not_found
 */
export async function findUploadToReceive(ctx: TxCtx, uploadId: string) {
  if (isId(uploadId)) {
    const stop = and(
      eq(imageStops.orgId, ctx.orgId),
      eq(imageStops.caseId, uploads.caseId),
      isNull(imageStops.liftedAt),
    );
    const { id, caseId, size, sha256, exhibitId } = uploads;
    const { keyId, closedAt } = cases;
    const isStopped = sql<boolean>`exists (select from ${imageStops} where ${stop})`;
    const [row] = await ctx.db
      .select({ id, caseId, size, sha256, exhibitId, keyId, closedAt, wrapped: dataKeys.wrapped, isStopped })
      .from(uploads)
      .innerJoin(cases, eq(cases.id, uploads.caseId))
      .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
      .where(and(visibleCases(ctx), eq(uploads.id, uploadId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such upload."));
}

/** The case of an upload, before it is locked. @throws AppError not_found */
export async function findCaseOfUpload(ctx: TxCtx, uploadId: string): Promise<string> {
  if (isId(uploadId)) {
    const [row] = await ctx.db
      .select({ caseId: uploads.caseId })
      .from(uploads)
      .where(and(eq(uploads.orgId, ctx.orgId), eq(uploads.id, uploadId)));
    if (row) return row.caseId;
  }
  throw new AppError("not_found", t("No such upload."));
}

/**
 * Uploads of a case that this person has locked, and so may see, in the order of their ids.
 * @throws AppError not_found if one is missing; conflict if one is named twice
 */
async function findUploadRows(
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
  // One behind the other without a wait: a statement sees what was there when it began, and that is after the lock.
  const locking = lockOpenCase(ctx, caseId);
  const stop = isStopped(ctx, caseId);
  await allOf([locking, stop]);
  const found = { keyId: (await locking).keyId, isStopped: await stop };
  ctx.batch?.known.set(locked, found);
  ctx.batch?.asked.add(locked);
  return found;
}

/**
 * As lockForFiles, with the uploads of that case in the order of their ids, and what is needed to record them. Sent
 * together: each statement sees what was committed before it began, and those behind the lock begin when it is held.
 * Numbers are assigned once per case: the case is locked, and exhibits are never deleted.
 * @throws AppError not_found, conflict
 */
export async function lockUploads(
  ctx: TxCtx,
  caseId: string,
  ids: readonly string[],
): Promise<{ ready: ReadyForFiles; rows: UploadRow[] }> {
  const locking = lockForFiles(ctx, caseId);
  const finding = findUploadRows(ctx, { ids, caseId });
  const reading = readKeyAndNumber(ctx, caseId);
  await allOf([locking, finding, reading]);
  return { ready: { ...(await locking), ...(await reading), caseId }, rows: await finding };
}

async function readKeyAndNumber({ db, orgId }: TxCtx, caseId: string) {
  const last = db
    .select({ last: max(exhibits.number) })
    .from(exhibits)
    .where(eq(exhibits.caseId, caseId));
  const [row] = await db
    .select({ wrapped: dataKeys.wrapped, last: sql<number | null>`(${last})` })
    .from(cases)
    .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
    .where(and(eq(cases.orgId, orgId), eq(cases.id, caseId)));
  return { wrapped: row?.wrapped ?? null, lastNumber: row?.last ?? 0 };
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

/** Postgres enforces it too; this gives the reason. @throws AppError conflict */
export function refuseStopped(found: { isStopped: boolean }): void {
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
