import "server-only";
import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { chunksOf } from "./chunks";
import { type ByteSource, type ReceiveOptions, StorageError } from "./storage";

const BLOCK = 1024 * 1024;
const FULL_DISK = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

export type Written = { sha256: string; size: number };

/** True for the faults of a file system that has no room: disk full, quota reached, file size limit. */
export function isFullDisk(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && FULL_DISK.has(error.code);
}

/** Writes a new file from a source while hashing it, checks what the sender announced, and syncs it to the disk. */
export async function writePart(path: string, source: ByteSource, options: ReceiveOptions): Promise<Written> {
  const handle = await open(path, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    const size = await pour(handle, hash, source, options);
    const sha256 = hash.digest("hex");
    requireAnnounced({ sha256, size }, options);
    await handle.sync();
    return { sha256, size };
  } finally {
    await handle.close();
  }
}

async function pour(handle: FileHandle, hash: Hash, source: ByteSource, options: ReceiveOptions): Promise<number> {
  const limit = Math.min(options.maxBytes, options.expectedSize ?? options.maxBytes);
  const blocks = createBlockWriter(handle);
  let size = 0;
  try {
    for await (const chunk of chunksOf(source, options.signal)) {
      size += chunk.byteLength;
      if (size > limit) throw new StorageError("too_large", "The file is larger than announced or accepted.");
      hash.update(chunk);
      await blocks.add(chunk);
    }
    await blocks.flush();
  } finally {
    await blocks.idle();
  }
  return size;
}

/** Two blocks, whatever the file's size: one being filled while the other is on its way to the disk. */
function createBlockWriter(handle: FileHandle) {
  let filling = Buffer.allocUnsafe(BLOCK);
  let spare = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  let writing: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    await writing;
    writing = writeAll(handle, filling.subarray(0, filled));
    // A failed write is reported by the next wait for it; until then it must not count as unhandled.
    writing.catch(() => undefined);
    [filling, spare, filled] = [spare, filling, 0];
  }

  async function add(chunk: Uint8Array): Promise<void> {
    for (let taken = 0; taken < chunk.byteLength; ) {
      const part = chunk.subarray(taken, taken + BLOCK - filled);
      filling.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
      if (filled === BLOCK) await flush();
    }
  }

  return { add, flush, idle: () => writing };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.byteLength - offset);
    offset += bytesWritten;
  }
}

function requireAnnounced({ sha256, size }: Written, { expectedSize, expectedSha256 }: ReceiveOptions): void {
  if (expectedSize !== undefined && size < expectedSize) {
    throw new StorageError("cut_short", "The file did not arrive whole.");
  }
  if (expectedSha256 !== undefined && sha256 !== expectedSha256) {
    throw new StorageError("hash_mismatch", "The file that arrived is not the file that was sent.");
  }
}
