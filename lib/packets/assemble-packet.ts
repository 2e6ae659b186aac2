import "server-only";
import { openFiles } from "@/lib/access/case-files";
import type { Ctx } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { sha256OfStream } from "@/lib/platform/hash";
import { log } from "@/lib/platform/log";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { type SealedFiles, StorageError, type StorageFault } from "@/lib/platform/storage/storage";
import { assemblePacket as drawPacket } from "./assembly/assemble-packet";
import { type Begun, beginAssembly } from "./begin-assembly";
import { failAssembly } from "./fail-assembly";
import { finishAssembly } from "./finish-assembly";
import { keepPacketKey } from "./keep-packet-key";
import { type BuildStage, stoppedExhibits } from "./labels";
import { noteProgress } from "./note-progress";
import { checklistFor, runPreflight } from "./preflight";
import { prepareExhibit } from "./prepare-exhibit";
import type { PacketSnapshot, PreparedExhibit } from "./snapshot";
import { leakLines } from "./taking/leaks";
import { iso } from "./taking/words";

const maxPdfBytes = 2 * 1024 * 1024 * 1024;

/** A reason to stop that the author can act on. */
class CannotBuild extends Error {}

type Note = (stage: BuildStage, done?: number, total?: number) => Promise<void>;

/**
 * The job behind "Build": reads the case, checks, prepares, draws, looks for leaks, stores. Each step is a short
 * transaction or none at all. A packet that does not wait to be built is left alone, so a repeat does no harm.
 */
export async function assemblePacket(ctx: Ctx, { packetId }: { packetId: string }): Promise<unknown> {
  const note: Note = (stage, done, total) => noteProgress(ctx, { packetId, stage, done, total });
  try {
    await note("reading");
    const begun = await beginAssembly(ctx, { packetId });
    if (!begun) return;
    return await finishAssembly(ctx, { packetId, ...(await build(ctx, packetId, begun, note)) });
  } catch (error) {
    return stop(ctx, packetId, error);
  }
}

async function build(ctx: Ctx, packetId: string, begun: Begun, note: Note) {
  const { files, secrets } = begun;
  if (begun.stopped && files.length > 0) throw new CannotBuild(stoppedExhibits);
  const originals = await openFiles(ctx, begun.keyId);
  const checked = await rehash(ctx, begun, originals, note);
  await note("preflight");
  const snapshot = withPreflight(ctx, checked, begun);
  const prepared: PreparedExhibit[] = [];
  for (const file of files) {
    await note("exhibits", prepared.length, files.length);
    prepared.push(await prepareExhibit(originals, file, secrets));
  }
  await note("drawing");
  const { bytes, pages } = await collectBytes(drawPacket(snapshot, prepared));
  await note("leaks");
  refuseLeaks(snapshot, secrets);
  await note("storing");
  const fileKeyId = begun.fileKeyId ?? (await keepPacketKey(ctx, { packetId }));
  const kept = await (await openFiles(ctx, fileKeyId)).receive(once(bytes), { maxBytes: maxPdfBytes });
  return { snapshot, fileKeyId, fileId: kept.fileId, fileSha256: kept.sha256, fileSize: kept.size, pages };
}

/** Reads every original again. A packet is never built over a file that is not the one that was received. */
async function rehash(ctx: Ctx, begun: Begun, originals: SealedFiles, note: Note): Promise<PacketSnapshot> {
  const { files, snapshot } = begun;
  for (const [i, file] of files.entries()) {
    await note("hashing", i, files.length);
    const { stream } = await originals.open(requireFile(file));
    const { sha256 } = await sha256OfStream(stream);
    if (sha256 !== file.sha256) throw new CannotBuild(`${file.code}: the stored file no longer matches its hash.`);
  }
  const rehashed = { at: iso(ctx.now), same: true };
  return { ...snapshot, exhibits: snapshot.exhibits.map((exhibit) => ({ ...exhibit, rehashed })) };
}

function requireFile({ code, fileId }: { code: string; fileId: string | null }): string {
  if (fileId === null) throw new CannotBuild(`${code}: its file is still being sealed. Try again in a minute.`);
  return fileId;
}

/** A fresh result. On a snapshot that was decided on, the reasons given then stay beside the fails. */
function withPreflight(ctx: Ctx, snapshot: PacketSnapshot, { frozen, secrets }: Begun): PacketSnapshot {
  const given = frozen ? (snapshot.preflight?.results ?? []) : [];
  const results = runPreflight(snapshot, secrets).map((line) => ({
    ...line,
    override: given.find((one) => one.id === line.id)?.override ?? null,
  }));
  return {
    ...snapshot,
    preflight: { checkedAt: iso(ctx.now), checklistVersion: checklistFor(snapshot).version, results },
  };
}

function refuseLeaks(snapshot: PacketSnapshot, secrets: Begun["secrets"]): void {
  const leaks = leakLines(snapshot, secrets);
  if (leaks.length === 0) return;
  throw new CannotBuild(`${leaks.slice(0, 5).join(". ")}. Take it out there and try again.`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function stop(ctx: Ctx, packetId: string, error: unknown): Promise<void> {
  if (error instanceof AppError && error.code === "conflict") return;
  const reason = reasonFor(error);
  if (!(error instanceof CannotBuild)) {
    log().error({ packetId, kind: error instanceof Error ? error.name : "unknown" }, "a packet was not built");
  }
  await failAssembly(ctx, { packetId, reason }).catch((second: unknown) => {
    if (!(second instanceof AppError && second.code === "conflict")) throw second;
  });
}

function reasonFor(error: unknown): string {
  if (error instanceof CannotBuild) return error.message;
  const known = error instanceof StorageError ? storageReasons[error.fault] : undefined;
  return known ?? "Something went wrong on our side while the packet was built. Nothing is lost. Try again.";
}

const storageReasons: Partial<Record<StorageFault, string>> = {
  disk_full: "There is no room left on the server to keep the file. Tell the administrator, then try again.",
  not_found: "The stored file of an exhibit is missing. Tell the administrator.",
  away: "The storage of files does not answer. Nothing is lost. Try again in a few minutes.",
  broken: "The stored file of an exhibit is damaged and cannot be opened. Tell the administrator.",
};
