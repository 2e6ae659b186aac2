import "server-only";
import { randomBytes } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { headerBytes, sealedSegmentBytes, segmentBytes } from "@/lib/platform/sealing/format";
import { absentAsNull, syncDir } from "./disk";
import { StorageError } from "./storage";

/** A sender whose claim was not renewed for this long has died with its process. */
const staleMs = 60_000;
const renewMs = 10_000;
/** What nobody went on with for two days is given up. */
const lifetimeMs = 48 * 60 * 60 * 1000;

const uploadName = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** `<upload>.<file>.<claim>.part` holds sealed bytes, `<upload>.open` says that a sender is at it. */
const partName = /^([a-z0-9-]+)\.([a-z0-9-]+)\.[a-f0-9]+\.part$/;

/** Sealed bytes that an earlier sender left. `whole`: they end with a segment, and nothing was ever behind them. */
export type Held = { path: string; fileId: string; segments: number; whole: boolean };

/** The right to receive one upload, until `release`. */
export type Claim = {
  held: Held | null;
  /** A name for the bytes of a file that nobody has claimed. */
  pathFor: (fileId: string) => string;
  /** @throws StorageError busy when another sender took over meanwhile, since this one seemed dead */
  requireStill: () => Promise<void>;
  release: () => Promise<void>;
};

/** @throws StorageError busy | bad_key */
export async function claimPart(folder: string, upload: string): Promise<Claim> {
  if (!uploadName.test(upload)) throw new StorageError("bad_key", "The upload's id is not valid.");
  const lock = join(folder, `${upload}.open`);
  const { handle, inherited } = await takeLock(lock);
  const renewing = setInterval(() => void handle.utimes(new Date(), new Date()).catch(() => undefined), renewMs);
  renewing.unref();
  const mine = randomBytes(8).toString("hex");
  const pathFor = (fileId: string) => join(folder, `${upload}.${fileId}.${mine}.part`);
  const isMine = async () => (await stat(lock).catch(absentAsNull))?.ino === (await handle.stat()).ino;
  const release = async () => {
    clearInterval(renewing);
    if (await isMine()) await rm(lock, { force: true });
    await handle.close();
  };
  const requireStill = async () => {
    if (!(await isMine())) throw busy();
  };
  try {
    const found = await findHeld(folder, upload);
    return { held: found && (await takeHeld(found, inherited, pathFor)), pathFor, requireStill, release };
  } catch (error) {
    await release();
    throw error;
  }
}

const busy = () => new StorageError("busy", "Another sender is sending this file now.");

/** Made only where there is none. One that its owner no longer renews is moved away, so that one taker gets it. */
async function takeLock(lock: string): Promise<{ handle: FileHandle; inherited: boolean }> {
  const first = await open(lock, "wx", 0o600).catch(takenAsNull);
  if (first) return { handle: first, inherited: false };
  const owner = await stat(lock).catch(absentAsNull);
  if (owner && Date.now() - owner.mtimeMs < staleMs) throw busy();
  const away = `${lock}.${randomBytes(8).toString("hex")}`;
  await rename(lock, away).catch(absentAsNull);
  await rm(away, { force: true });
  const second = await open(lock, "wx", 0o600).catch(takenAsNull);
  if (!second) throw busy();
  return { handle: second, inherited: true };
}

/**
 * The old name goes, so that an owner who only seemed dead cannot finish. Behind what a dead sender left there may have
 * been more than is there now, so it does not count as whole: its nonces must not serve again.
 */
async function takeHeld(held: Held, inherited: boolean, pathFor: (fileId: string) => string): Promise<Held | null> {
  const path = pathFor(held.fileId);
  const moved = await rename(held.path, path).then(() => true, absentAsNull);
  return moved ? { ...held, path, whole: held.whole && !inherited } : null;
}

/** What is held for an upload; of two (a sender died while it sealed again) the longer. */
export async function findHeld(folder: string, upload: string): Promise<Held | null> {
  const found: Held[] = [];
  for (const name of (await readdir(folder).catch(absentAsNull)) ?? []) {
    const [, of, fileId] = partName.exec(name) ?? [];
    if (of !== upload || fileId === undefined) continue;
    const held = await measure(join(folder, name), fileId);
    if (held) found.push(held);
  }
  return found.sort((a, b) => b.segments - a.segments)[0] ?? null;
}

async function measure(path: string, fileId: string): Promise<Held | null> {
  const file = await stat(path).catch(absentAsNull);
  if (!file) return null;
  const body = Math.max(0, file.size - headerBytes);
  const segments = Math.floor(body / sealedSegmentBytes);
  return { path, fileId, segments, whole: file.size >= headerBytes && body % sealedSegmentBytes === 0 };
}

export const plainBytesOf = (held: Held | null): number => (held?.segments ?? 0) * segmentBytes;

/** Keeps the longest part of an upload and removes the others; one without a whole segment is of no use. */
export async function keepLongest(folder: string, upload: string): Promise<void> {
  const longest = await findHeld(folder, upload);
  await dropParts(folder, upload, longest && longest.segments > 0 ? longest.path : undefined);
  await syncDir(folder);
}

/** Removes what is held for an upload. */
export async function dropParts(folder: string, upload: string, except?: string): Promise<void> {
  for (const name of (await readdir(folder).catch(absentAsNull)) ?? []) {
    const path = join(folder, name);
    if (partName.exec(name)?.[1] === upload && path !== except) await rm(path, { force: true });
  }
}

/** The last segment of a finished file is flagged so, and more cannot follow it: torn, it is sealed again. */
export async function tearEnd(path: string): Promise<void> {
  const file = await stat(path).catch(absentAsNull);
  if (file && file.size > headerBytes) await truncate(path, file.size - 1);
}

/** Removes what senders left and nobody went on with for two days. Gives the number of files removed. */
export async function sweepParts(folder: string, now: Date): Promise<number> {
  let removed = 0;
  for (const name of (await readdir(folder).catch(absentAsNull)) ?? []) {
    const path = join(folder, name);
    const file = await stat(path).catch(absentAsNull);
    if (!file?.isFile() || now.getTime() - file.mtimeMs < lifetimeMs) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

function takenAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "EEXIST") return null;
  throw error;
}
