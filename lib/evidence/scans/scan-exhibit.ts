import "server-only";
import { and, eq } from "drizzle-orm";
import { scans } from "@/db/schema";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { askVersion, scanStream } from "@/lib/platform/clamd/ask-clamd";
import { ScanFailed, type ScanProblem } from "@/lib/platform/clamd/problems";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { findScanned, lockScan, type Scanned, type ScanRow, scanOf } from "./access";
import { keepTry } from "./keep-try";
import { noteScan } from "./note-scan";
import { noteScanProblem } from "./note-scan-problem";
import { isOlderList } from "./rules";

type Limits = Parameters<typeof scanStream>[2];

/**
 * The job that shows an original to the virus scanner. Nothing holds a transaction while it looks; a retry finds the
 * verdict, and one that a grown list may change is asked for again. Evidence is never lost by this: whatever comes, the original stays as it is.
 * @throws StorageError when the original cannot be read, so that the job is tried again
 */
export async function scanExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }, limits?: Limits): Promise<void> {
  requirePermission(ctx, "job.run");
  const address = scannerAddress();
  if (address === null) return;
  const { exhibit, row } = await withTransaction(ctx, "read only", async (scoped) => ({
    exhibit: await findScanned(scoped, exhibitId),
    row: await scanOf(scoped, exhibitId),
  }));
  if (row?.state === "virus" || !exhibit.fileId) return;
  if (row?.state === "clean") return scanAgain(ctx, exhibit, row, address, limits);
  const files = await openFiles(ctx, exhibit.keyId);
  const { stream } = await files.open(exhibit.fileId);
  try {
    const engine = await askVersion(address, limits);
    const { virus } = await scanStream(address, whole(stream, exhibit.size), limits);
    await unlessThere(() => noteScan(ctx, { exhibitId, virus, engine }));
  } catch (error) {
    if (!(error instanceof ScanFailed)) throw error;
    await unlessThere(() => noteProblem(ctx, exhibitId, error.problem));
  } finally {
    await stream.cancel().catch(() => undefined);
  }
}

/**
 * What was clean is shown again when the list has grown. Until the answer it stays what it was; so it does without one,
 * and the round asks again.
 */
async function scanAgain(ctx: Ctx, exhibit: Scanned, row: ScanRow, address: string, limits?: Limits): Promise<void> {
  if (!exhibit.fileId) return;
  try {
    const engine = await askVersion(address, limits);
    if (!isOlderList(row.engine, engine)) return;
    const { stream } = await (await openFiles(ctx, exhibit.keyId)).open(exhibit.fileId);
    const ended = () => stream.cancel().catch(() => undefined);
    const { virus } = await scanStream(address, whole(stream, exhibit.size), limits).finally(ended);
    if (virus !== null) return await unlessThere(() => noteScan(ctx, { exhibitId: exhibit.id, virus, engine }));
    await withTransaction(ctx, "read write", (scoped) => keepCleanAgain(scoped, row, engine));
  } catch (error) {
    if (!(error instanceof ScanFailed)) throw error;
  }
}

/** A verdict on fewer bytes than were received is none. */
async function* whole(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of stream) {
    seen += piece.byteLength;
    yield piece;
  }
  if (seen !== size) throw new Error("The stored file is not as long as the one that arrived.");
}

/** The same problem once more is counted and not audited again: a scanner may be down for days. */
async function noteProblem(ctx: Ctx, exhibitId: string, problem: ScanProblem): Promise<void> {
  await withTransaction(ctx, "read write", async (scoped) => {
    const row = await lockScan(scoped, await findScanned(scoped, exhibitId));
    const isSame = row.state === "pending" && row.tries > 0 && row.problem === problem;
    if (isSame) return keepTry(scoped, row, problem);
    await noteScanProblem(scoped, { exhibitId, problem });
  });
}

/** Another worker was faster: its verdict is as good as ours. */
async function unlessThere(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
  }
}

/** The same verdict by a newer list: which one is kept, and no line of the log for each file and day. */
async function keepCleanAgain(ctx: TxCtx, { id, tries }: ScanRow, engine: string): Promise<void> {
  await ctx.db
    .update(scans)
    .set({ engine, tries: tries + 1, lastTriedAt: ctx.now, scannedAt: ctx.now })
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, id), eq(scans.state, "clean")));
}
