import "server-only";
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { SealKey } from "@/lib/platform/sealing/format";
import { createSealer } from "@/lib/platform/sealing/seal-stream";
import { chunksOf } from "./chunks";
import { type ByteSource, type Received, type ReceiveOptions, StorageError } from "./storage";

const FULL_DISK = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Says in our words that a file system has no room: disk full, quota reached, file size limit. */
export async function fullDiskAsFault<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!FULL_DISK.has(code)) throw error;
    throw new StorageError("disk_full", "There is no room left to keep the file.", { cause: error });
  }
}

/** Seals a source into a new local file while hashing it, checks what the sender announced, and syncs it to the disk. */
export async function writePart(
  path: string,
  seal: SealKey,
  source: ByteSource,
  options: ReceiveOptions,
): Promise<Received> {
  const handle = await open(path, "wx", 0o600);
  try {
    const received = await pour(handle, seal, source, options);
    requireAnnounced(received, options);
    await handle.sync();
    return received;
  } finally {
    await handle.close();
  }
}

/** One segment is sealed while the one before it is on its way to the disk. */
async function pour(handle: FileHandle, seal: SealKey, source: ByteSource, options: ReceiveOptions): Promise<Received> {
  const limit = Math.min(options.maxBytes, options.expectedSize ?? options.maxBytes);
  const sealer = createSealer(seal);
  const hash = createHash("sha256");
  let size = 0;
  let writing = handle.writeFile(sealer.header);
  const write = async (bytes: Buffer) => {
    await writing;
    writing = handle.writeFile(bytes);
    // A failed write is reported by the next wait for it; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };
  try {
    for await (const chunk of chunksOf(source, options.signal)) {
      size += chunk.byteLength;
      if (size > limit) throw new StorageError("too_large", "The file is larger than announced or accepted.");
      hash.update(chunk);
      for (const sealed of sealer.add(chunk)) await write(sealed);
    }
    await write(sealer.finish());
  } finally {
    await writing;
  }
  return { sha256: hash.digest("hex"), size };
}

function requireAnnounced({ sha256, size }: Received, { expectedSize, expectedSha256 }: ReceiveOptions): void {
  if (expectedSize !== undefined && size < expectedSize) {
    throw new StorageError("cut_short", "The file did not arrive whole.");
  }
  if (expectedSha256 !== undefined && sha256 !== expectedSha256) {
    throw new StorageError("hash_mismatch", "The file that arrived is not the file that was sent.");
  }
}
