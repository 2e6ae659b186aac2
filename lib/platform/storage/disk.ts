import "server-only";
import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { requireSha256, spaceSegments } from "./keys";
import { isFullDisk, type Written, writePart } from "./part";
import {
  type ByteRange,
  type ByteSource,
  type OpenedFile,
  type Received,
  type ReceiveOptions,
  type Storage,
  StorageError,
} from "./storage";

const MIB = 1024 * 1024;
const PARTS = ".parts";
const PART_LIFETIME_MS = 6 * 60 * 60 * 1000;

export type DiskOptions = {
  /** Absolute folder; made on first use, 0700. */
  root: string;
  /** A receive is refused with `disk_full` when it would leave less than this free. */
  minFreeBytes?: number;
};

/** Storage in a folder: `<root>/<space>/<aa>/<sha256>`, parts under `<root>/<space>/.parts` until they are whole. */
export function createDiskStorage({ root, minFreeBytes = 256 * MIB }: DiskOptions): Storage {
  const spaceDir = (space: string) => join(root, ...spaceSegments(space));
  const pathOf = (space: string, sha256: string) =>
    join(spaceDir(space), requireSha256(sha256).slice(0, 2), requireSha256(sha256));

  async function receive(space: string, source: ByteSource, options: ReceiveOptions): Promise<Received> {
    const dir = spaceDir(space);
    if (options.expectedSha256 !== undefined) requireSha256(options.expectedSha256);
    refuseAnnouncedSize(options);
    const parts = join(dir, PARTS);
    await makeDir(parts, root);
    await requireSpace(root, (options.expectedSize ?? 0) + minFreeBytes);
    const part = join(parts, `${randomUUID()}.part`);
    try {
      const written = await writePart(part, source, options);
      return await keep(part, written, pathOf(space, written.sha256), root);
    } catch (error) {
      throw isFullDisk(error) ? new StorageError("disk_full", "There is no room left to keep the file.") : error;
    } finally {
      await rm(part, { force: true });
    }
  }

  async function find(space: string, sha256: string): Promise<Stats | null> {
    return stat(pathOf(space, sha256)).catch(absentAsNull);
  }

  return {
    receive,
    open: async (space, sha256, range) => openFile(pathOf(space, sha256), range),
    stat: async (space, sha256) => {
      const found = await find(space, sha256);
      return found && { size: found.size, keptAt: found.mtime };
    },
    exists: async (space, sha256) => (await find(space, sha256)) !== null,
    sweep: (now) => sweepParts(root, now),
  };
}

function refuseAnnouncedSize({ expectedSize, maxBytes }: ReceiveOptions): void {
  if (expectedSize !== undefined && expectedSize > maxBytes) {
    throw new StorageError("too_large", "The file is larger than what is accepted.");
  }
}

async function requireSpace(root: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(root);
  if (bavail * bsize < needed) throw new StorageError("disk_full", "There is no room left to keep the file.");
}

/** Rename is atomic on one file system; the folder is synced even for a repeat, since the first may not have been yet. */
async function keep(part: string, { sha256, size }: Written, target: string, root: string): Promise<Received> {
  await makeDir(dirname(target), root);
  const held = await stat(target).catch(absentAsNull);
  const alreadyHeld = held?.size === size;
  if (!alreadyHeld) await rename(part, target);
  await syncDir(dirname(target));
  return { sha256, size, alreadyHeld };
}

async function openFile(path: string, range: ByteRange = { start: 0 }): Promise<OpenedFile> {
  const handle = await open(path, "r").catch(absentAsNull);
  if (!handle) throw new StorageError("not_found", "The file is not in the storage.");
  const { size } = await handle.stat();
  const start = range.start;
  const end = Math.min(range.end ?? size - 1, size - 1);
  if (start < 0 || (size > 0 && (start >= size || end < start)) || (size === 0 && start > 0)) {
    await handle.close();
    throw new StorageError("bad_range", "The range lies outside the file.");
  }
  const length = size === 0 ? 0 : end - start + 1;
  if (length === 0) await handle.close();
  const stream =
    length === 0 ? Readable.from([]) : handle.createReadStream({ start, end, highWaterMark: MIB, autoClose: true });
  return { stream: Readable.toWeb(stream) as ReadableStream<Uint8Array>, size, start, length };
}

/** Parts are touched by every write, so one that was not for hours belongs to a process that died. */
async function sweepParts(root: string, now: Date): Promise<number> {
  let removed = 0;
  for (const entry of (await readdir(root, { recursive: true, withFileTypes: true }).catch(absentAsNull)) ?? []) {
    if (!entry.isFile() || !entry.name.endsWith(".part") || !entry.parentPath.endsWith(PARTS)) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(absentAsNull);
    if (!found || now.getTime() - found.mtimeMs < PART_LIFETIME_MS) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** A new folder is only durable when its parent is synced too. */
async function makeDir(path: string, root: string): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let dir = dirname(path); dir.length >= root.length; dir = dirname(dir)) await syncDir(dir);
}

async function syncDir(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function absentAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}
