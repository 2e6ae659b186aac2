import "server-only";
import { createHash } from "node:crypto";
import { statfs } from "node:fs/promises";
import { free, plainSize, SealBroken } from "@/lib/platform/sealing/format";
import { openRange } from "@/lib/platform/sealing/open-range";
import { absentAsNull, makeDir } from "./disk";
import { fullDiskAsFault } from "./part";
import { findHeld, plainBytesOf } from "./parts";
import { receivePart, receiveWhole } from "./receive-file";
import {
  type ByteRange,
  type ObjectStore,
  type OpenedFile,
  objectKey,
  type SealedFiles,
  StorageError,
} from "./storage";

const MIB = 1024 * 1024;

/** The data key that files are sealed under. It stays in this object and goes nowhere else. */
export type FileKey = { orgId: string; keyId: string; key: Buffer };

export type Places = {
  store: ObjectStore;
  /** Local folder for sealed parts until they are whole; for a folder store, on the same file system. */
  parts: string;
  /** A receive is refused with `disk_full` when it would leave less than this free. */
  minFreeBytes?: number;
};

/** Files of one data key over any object store: sealed on this machine, then kept. */
export function createSealedFiles({ store, parts, minFreeBytes = 256 * MIB }: Places, of: FileKey): SealedFiles {
  const sealOf = (fileId: string) => ({ key: of.key, name: objectKey(of.orgId, of.keyId, fileId) });

  async function stat(fileId: string) {
    const found = await store.stat(sealOf(fileId).name);
    return found && { size: plainSize(found.size), keptAt: found.keptAt, sealedSize: found.size };
  }

  async function found(fileId: string) {
    const file = await stat(fileId);
    if (!file) throw new StorageError("not_found", "The file is not in the storage.");
    return file;
  }

  return {
    receive: async (source, options) => {
      if (options.expectedSize !== undefined && options.expectedSize > options.maxBytes) {
        throw new StorageError("too_large", "The file is larger than what is accepted.");
      }
      await requireSpace(parts, Math.max(0, (options.expectedSize ?? 0) - (options.offset ?? 0)) + minFreeBytes);
      const into = { store, parts, sealOf };
      const { part } = options;
      return fullDiskAsFault(() =>
        part === undefined ? receiveWhole(into, source, options) : receivePart(into, part, source, options),
      );
    },
    held: async (part) => plainBytesOf(await findHeld(parts, part)),
    open: async (fileId, range = { start: 0 }) => {
      const { plain, ...stretch } = openFile(store, sealOf(fileId), await found(fileId), range);
      return { stream: streamOf(plain), ...stretch };
    },
    bytes: async (fileId, range = { start: 0 }) => {
      const { plain, length } = openFile(store, sealOf(fileId), await found(fileId), range);
      return together(plain, length);
    },
    digest: async (fileId) => {
      const { plain } = openFile(store, sealOf(fileId), await found(fileId), { start: 0 });
      return digestOf(plain);
    },
    stat,
    drop: (fileId) => store.remove(sealOf(fileId).name),
  };
}

/** Makes the folder if there is none. */
async function requireSpace(folder: string, needed: number): Promise<void> {
  const found = await statfs(folder).catch(absentAsNull);
  if (!found) await makeDir(folder, folder);
  const { bavail, bsize } = found ?? (await statfs(folder));
  if (bavail * bsize < needed) throw new StorageError("disk_full", "There is no room left to keep the file.");
}

type Found = { size: number; sealedSize: number };
type Opened = Omit<OpenedFile, "stream"> & { plain: AsyncGenerator<Buffer> };

function openFile(store: ObjectStore, seal: { key: Buffer; name: string }, found: Found, range: ByteRange): Opened {
  const { size, sealedSize } = found;
  const { start } = range;
  const end = Math.min(range.end ?? size - 1, size - 1);
  if (start < 0 || (size > 0 && (start >= size || end < start)) || (size === 0 && start > 0)) {
    throw new StorageError("bad_range", "The range lies outside the file.");
  }
  const source = { size: sealedSize, read: (from: number, to: number) => store.read(seal.name, from, to, true) };
  const plain = brokenAsFault(openRange(seal, source, start, size === 0 ? 0 : end + 1));
  return { plain, size, start, length: size === 0 ? 0 : end - start + 1 };
}

/**
 * A single piece unchanged; several are copied once, and their memory given back. The source is read to its end also when
 * all of it came: a connection that is let go of before cannot be used again.
 */
async function together(plain: AsyncIterable<Buffer>, length: number): Promise<Buffer> {
  let bytes: Buffer | null = null;
  let at = 0;
  for await (const piece of plain) {
    if (piece.length === length) bytes = piece;
    else {
      bytes ??= Buffer.allocUnsafeSlow(length);
      bytes.set(piece, at);
      at += piece.length;
      free(piece);
    }
  }
  return bytes ?? Buffer.alloc(0);
}

async function digestOf(plain: AsyncIterable<Buffer>): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of plain) {
    hash.update(piece);
    size += piece.length;
    free(piece);
  }
  return { sha256: hash.digest("hex"), size };
}

async function* brokenAsFault(plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* plain;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new StorageError("broken", "The stored file is not as it was kept.", { cause: error });
  }
}

/** One segment on request, so that a slow reader holds one in memory; a reader that leaves ends the reading. */
function streamOf(plain: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { value, done } = await plain.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await plain.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}
