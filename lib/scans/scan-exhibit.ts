import "server-only";
import { openFiles } from "@/lib/access/case-files";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope } from "@/lib/access/ctx";
import { askVersion, scanStream } from "@/lib/platform/clamd/ask-clamd";
import { ScanFailed, type ScanProblem } from "@/lib/platform/clamd/problems";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { noteScan } from "./note-scan";
import { noteScanProblem } from "./note-scan-problem";
import { findScanned, keepTry, lockScan, scanOf } from "./scope";

type Limits = Parameters<typeof scanStream>[2];

/**
 * The job that shows an original to the virus scanner. Nothing holds a transaction while it looks; a retry finds the
 * verdict. Evidence is never lost by this: whatever comes, the original stays as it is.
 * @throws StorageError when the original cannot be read, so that the job is tried again
 */
export async function scanExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }, limits?: Limits): Promise<void> {
  requirePermission(ctx, "job.run");
  const address = scannerAddress();
  if (address === null) return;
  const { exhibit, state } = await inScope(ctx, "read only", async (scoped) => ({
    exhibit: await findScanned(scoped, exhibitId),
    state: (await scanOf(scoped, exhibitId))?.state,
  }));
  if ((state ?? "pending") !== "pending" || !exhibit.fileId) return;
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
  await inScope(ctx, "read write", async (scoped) => {
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
