import { written } from "@/lib/platform/language/written";
import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { describeError } from "@/lib/platform/describe-error";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { StorageError } from "@/lib/platform/storage/storage";
import { failAssembly } from "../commands/fail-assembly";
import { finishAssembly } from "../commands/finish-assembly";
import { stopAssembly } from "../commands/stop-assembly";
import { CannotBuild, StoppedByPerson, storageReason } from "../rules";
import { type Begun, beginAssembly } from "./begin-assembly";
import { buildParts } from "./build-parts";
import { openPartStore } from "./open-part-store";
import { readUnread } from "./read-unread";
import { type Note, paceNotes } from "./throttle-progress";

/**
 * The job behind "Build": reads the case, checks, prepares, draws, signs, looks for leaks, stores. Each step is a short
 * transaction or none; all parts are stored, or none. A packet that is not waiting to be built is skipped, so a repeat
 * is harmless, and after a worker died the next one starts again.
 */
export const assemblePacket = (ctx: Ctx, asked: { packetId: string }): Promise<unknown> =>
  written(() => assemble(ctx, asked));

async function assemble(ctx: Ctx, { packetId }: { packetId: string }): Promise<unknown> {
  const note = paceNotes(ctx, { packetId });
  try {
    await note("reading");
    const begun = await beginAssembly(ctx, { packetId });
    const readNow = begun !== null && (await readUnread(ctx, begun, note));
    const ready = readNow ? await beginAssembly(ctx, { packetId }) : begun;
    return ready && (await build(ctx, packetId, ready, note));
  } catch (error) {
    return end(ctx, packetId, error);
  }
}

async function build(ctx: Ctx, packetId: string, begun: Begun, note: Note): Promise<unknown> {
  const originals = await openFiles(ctx, begun.keyId);
  const store = openPartStore(ctx, { packetId, keys: { packet: begun.fileKeyId, annex: begun.annexKeyId } });
  try {
    const built = await buildParts(ctx, { begun, originals, store, note });
    return await finishAssembly(ctx, { packetId, ...built });
  } catch (error) {
    await store.dropAll();
    throw error;
  }
}

/** A person who cancelled the build is told that it stopped, whatever else failed meanwhile. */
async function end(ctx: Ctx, packetId: string, error: unknown): Promise<void> {
  if (error instanceof AppError && error.code === "conflict") return;
  if (!(error instanceof CannotBuild || error instanceof StoppedByPerson)) {
    log().error({ packetId, ...describeError(error) }, "a packet was not built");
  }
  if (await unlessConflict(stopAssembly(ctx, { packetId }))) return;
  if (error instanceof StoppedByPerson) return;
  await unlessConflict(failAssembly(ctx, { packetId, reason: reasonFor(error) }));
}

async function unlessConflict(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return false;
    throw error;
  }
}

function reasonFor(error: unknown): string {
  if (error instanceof CannotBuild) return error.message;
  const known = error instanceof StorageError ? storageReason(error.fault) : null;
  return known ?? "Something went wrong on our side while the packet was built. Nothing is lost. Try again.";
}
