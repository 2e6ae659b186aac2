import "server-only";
import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { free } from "@/lib/platform/sealing/format";
import { createSealer } from "@/lib/platform/sealing/seal-stream";
import { chunksOf } from "./chunks";
import { type ByteSource, type Received, type ReceiveOptions, StorageError } from "./storage";

const FULL_DISK = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Translates a file system's lack of space: disk full, quota reached, file size limit. */
export async function fullDiskAsFault<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!FULL_DISK.has(code)) throw error;
    throw new StorageError("disk_full", "There is no room left to keep the file.", { cause: error });
  }
}

/** A local file that is being filled: open for writing, its place at the end of what is there already. */
export type Filling = {
  handle: FileHandle;
  sealer: ReturnType<typeof createSealer>;
  /** Digest and number of the plain bytes that are in it already. */
  hash: Hash;
  size: number;
  /** Where the next sealed byte goes. */
  at: number;
};

/** A part of which nothing is written yet but its header. */
export async function beginPart(
  handle: FileHandle,
  seal: Parameters<typeof createSealer>[0],
  options: Pick<ReceiveOptions, "expectedSize">,
): Promise<Filling> {
  const sealer = createSealer(seal, undefined, options.expectedSize);
  await writeAt(handle, sealer.header, 0);
  return { handle, sealer, hash: createHash("sha256"), size: 0, at: sealer.header.length };
}

/**
 * Seals a source to the end of a part while hashing it, checks what the sender announced, and syncs it to the disk.
 * When the source breaks off, every whole segment that came is in the file; the last segment is written only once
 * what arrived is what was announced.
 * @param before plain bytes that come ahead of the source and that nothing silent can hold up
 */
export async function fillPart(
  filling: Filling,
  source: ByteSource,
  options: ReceiveOptions,
  before?: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const { handle, sealer, hash } = filling;
  const limit = Math.min(options.maxBytes, options.expectedSize ?? options.maxBytes);
  const write = inTurn(filling);
  try {
    const arriving = chunksOf(source, options.signal);
    for await (const chunk of before ? inOrder(before, arriving) : arriving) {
      options.heard?.();
      filling.size += chunk.byteLength;
      if (filling.size > limit) throw new StorageError("too_large", "The file is larger than announced or accepted.");
      hash.update(chunk);
      for (const sealed of sealer.add(chunk)) await write.next(sealed);
      if (options.freesChunks) free(chunk);
    }
    requireWhole(filling.size, options);
  } catch (error) {
    await write.done();
    await pause(filling, write, options);
    throw error;
  }
  const received = { sha256: hash.digest("hex"), size: filling.size };
  requireSame(received, options);
  await write.next(sealer.finish());
  await write.done();
  // Many announced files come at once, and the collector would stop everything for their megabytes. What is drawn from a
  // file leaves much else to collect, and what its buffers weigh has it done sooner.
  if (options.expectedSize !== undefined) sealer.release();
  await handle.sync();
  return received;
}

async function* inOrder(before: AsyncIterable<Uint8Array>, after: AsyncIterable<Uint8Array>) {
  yield* before;
  yield* after;
}

/** One segment is sealed while the one before it is on its way to the disk. */
function inTurn(filling: Filling) {
  let writing: Promise<void> = Promise.resolve();
  return {
    next: async (bytes: Buffer) => {
      await writing;
      writing = writeAt(filling.handle, bytes, filling.at);
      filling.at += bytes.length;
      // A failed write is reported by the next wait for it; until then it must not count as unhandled.
      writing.catch(() => undefined);
    },
    done: () => writing,
  };
}

async function writeAt(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
}

/** A full segment that waited for more is written when more is known to come: it is not the last. */
async function pause(
  { handle, sealer, size }: Filling,
  write: ReturnType<typeof inTurn>,
  { expectedSize }: ReceiveOptions,
): Promise<void> {
  const full = expectedSize !== undefined && size < expectedSize ? sealer.pause() : null;
  if (full) await write.next(full);
  await write.done();
  await handle.sync();
}

function requireWhole(size: number, { expectedSize }: ReceiveOptions): void {
  if (expectedSize !== undefined && size < expectedSize) {
    throw new StorageError("cut_short", "The file did not arrive whole.");
  }
}

function requireSame({ sha256 }: Received, { expectedSha256 }: ReceiveOptions): void {
  if (expectedSha256 !== undefined && sha256 !== expectedSha256) {
    throw new StorageError("hash_mismatch", "The file that arrived is not the file that was sent.");
  }
}
