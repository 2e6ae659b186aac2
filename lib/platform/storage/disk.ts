import "server-only";
import { type FileHandle, link, mkdir, open, readdir, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fullDiskAsFault } from "./part";
import { type ObjectStore, StorageError } from "./storage";

const pieceBytes = 1024 * 1024 + 64;
const segment = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Objects in a folder: `<root>/<organisation>/<data key>/<file>`, readable by the server's user alone. */
export function createDiskStore({ root }: { root: string }): ObjectStore {
  const pathOf = (key: string) => join(root, ...segmentsOf(key));
  return {
    keep: (key, partPath) => fullDiskAsFault(() => keep(pathOf(key), partPath, root)),
    stat: async (key) => {
      const found = await stat(pathOf(key)).catch(absentAsNull);
      return found && { size: found.size, keptAt: found.mtime };
    },
    read: async (key, start, end, passing = false) => {
      const handle = await open(pathOf(key), "r").catch(absentAsNull);
      if (!handle) throw new StorageError("not_found", "The file is not in the storage.");
      return stretchOf(handle, { start, end, passing });
    },
    remove: async (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => listUnder(root, segmentsOf(prefix).join("/")),
  };
}

/** Buffers of the longest piece that nobody uses now: enough for a few readers at once. */
const spare: Buffer[] = [];
const mostSpare = 4;

/**
 * A range of an open file in pieces of one encrypted segment, each in its own buffer unless they are `passing`; the file
 * is closed at the end.
 */
async function* stretchOf(
  handle: FileHandle,
  { start, end, passing }: { start: number; end: number; passing: boolean },
): AsyncGenerator<Uint8Array> {
  const shared = passing ? (spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)) : null;
  try {
    for (let at = start; at < end; ) {
      const length = Math.min(end - at, pieceBytes);
      const piece = shared ?? Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(piece, 0, length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    if (shared && spare.length < mostSpare) spare.push(shared);
    await handle.close();
  }
}

/** Lower-case letters, digits and hyphens only, so that no key can name another place. @throws StorageError bad_key */
export function segmentsOf(key: string): string[] {
  const segments = key.split("/");
  if (segments.length > 4 || !segments.every((candidate) => segment.test(candidate))) {
    throw new StorageError("bad_key", "The storage key is not valid.");
  }
  return segments;
}

/** A link is refused when the name is taken: an object is never overwritten. */
async function keep(target: string, partPath: string, root: string): Promise<void> {
  const folder = dirname(target);
  await makeLasting(folder, root);
  const linked = await link(partPath, target)
    .then(() => true, absentAsNull)
    .catch(takenAsFault);
  if (!linked) {
    // The folder was removed with its last file.
    lasting.delete(folder);
    await makeLasting(folder, root);
    await link(partPath, target).catch(takenAsFault);
  }
  await syncShared(folder);
  await unlink(partPath).catch(absentAsNull);
}

/** The folders whose way from the root this process has synced, or is about to. */
const lasting = new Map<string, Promise<void>>();
const mostLasting = 10_000;

/** Whoever finds a folder there may be ahead of who made it, here or in another process: each process syncs it once. */
function makeLasting(folder: string, root: string): Promise<void> {
  const known = lasting.get(folder);
  if (known) return known;
  if (lasting.size >= mostLasting) lasting.clear();
  const made = mkdir(folder, { recursive: true, mode: 0o700 }).then(() => syncAbove(folder, root));
  lasting.set(folder, made);
  made.catch(() => lasting.delete(folder));
  return made;
}

/** Syncs that have not begun, by folder: whoever asks meanwhile is covered by them. */
const toCome = new Map<string, Promise<void>>();
const underWay = new Map<string, Promise<void>>();

/**
 * Syncs a folder for all who ask while the sync before is under way: a sync covers what was written before it began,
 * and nothing later.
 */
function syncShared(path: string): Promise<void> {
  const known = toCome.get(path);
  if (known) return known;
  const before = underWay.get(path) ?? Promise.resolve();
  const mine = before
    .catch(() => undefined)
    .then(() => {
      toCome.delete(path);
      underWay.set(path, mine);
      return syncDir(path);
    })
    .finally(() => {
      if (underWay.get(path) === mine) underWay.delete(path);
    });
  toCome.set(path, mine);
  return mine;
}

async function* listUnder(root: string, prefix: string): AsyncIterable<{ key: string; keptAt: Date }> {
  const top = join(root, prefix);
  for (const entry of (await readdir(top, { recursive: true, withFileTypes: true }).catch(absentAsNull)) ?? []) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(absentAsNull);
    if (found) yield { key: path.slice(root.length + 1).replaceAll("\\", "/"), keptAt: found.mtime };
  }
}

/** A new folder is only durable when its parent is synced too. */
export async function makeDir(path: string, root: string): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
  if (firstMade !== undefined) await syncAbove(path, root);
}

async function syncAbove(path: string, root: string): Promise<void> {
  for (let dir = dirname(path); dir.length >= root.length; dir = dirname(dir)) await syncDir(dir);
}

export async function syncDir(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function absentAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

function takenAsFault(error: NodeJS.ErrnoException): never {
  if (error.code === "EEXIST") throw new StorageError("bad_key", "There is a file under this storage key already.");
  throw error;
}
