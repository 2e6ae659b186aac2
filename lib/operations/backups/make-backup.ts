import "server-only";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { CannotReadAll, type ErasedKey, withSnapshot } from "@/db/backup/snapshot";
import { sealAge } from "@/lib/platform/age/seal";
import { syncDir } from "@/lib/platform/storage/disk";
import { type ObjectStore, StorageError } from "@/lib/platform/storage/storage";
import type { Manifest } from "./input";
import { backupName, dataEnding, erasedName, findOld, keysEnding } from "./rules";
import { type BackupCounts, BackupError, type KeyRing, type Progress } from "./types";
import { writeArchive } from "./write-archive";

export type MakeBackup = {
  /** Of a role that row-level security does not bind; only read. */
  readAllUrl: string;
  store: ObjectStore;
  /** Where the backup goes; made when it is not there. */
  folder: string;
  recipients: readonly string[];
  /** Empty: the key ring is not written. */
  keyRecipients: readonly string[];
  kek: Buffer;
  keyRing: KeyRing;
  /** How many of the newest stay in the folder; null keeps all. */
  keep: number | null;
  onProgress?: Progress;
};

export type MadeBackup = { path: string; keysPath: string | null; at: Date; counts: BackupCounts; removed: string[] };

/**
 * Writes one encrypted backup of database and files, the key ring in a separate file for other recipients, and the list
 * of erasures so far, which a restore of an older backup needs. Each gets its name only when it is complete on disk.
 * @throws BackupError no_recipients | cannot_read_all | disk_full | away
 */
export async function makeBackup(asked: MakeBackup): Promise<MadeBackup> {
  requireRecipients(asked);
  await mkdir(asked.folder, { recursive: true, mode: 0o700 });
  try {
    return await make(asked);
  } catch (error) {
    throw inWords(error);
  }
}

async function make({ folder, onProgress, ...asked }: MakeBackup): Promise<MadeBackup> {
  const made = await withSnapshot(asked.readAllUrl, async (snapshot) => {
    let manifest: Manifest | undefined;
    const archive = writeArchive({
      snapshot,
      store: asked.store,
      kek: asked.kek,
      onManifest: (written) => {
        manifest = written;
      },
    });
    const path = join(folder, `${backupName(snapshot.at)}${dataEnding}`);
    await writeWhole(join(folder, erasedName), erasedLines(snapshot.erased));
    const bytes = await writeWhole(path, sealAge(archive, asked.recipients), onProgress);
    if (!manifest) throw new Error("The archive has no manifest.");
    return { path, at: snapshot.at, counts: countsOf(manifest, bytes) };
  });
  const keysPath = asked.keyRecipients.length > 0 ? join(folder, `${backupName(made.at)}${keysEnding}`) : null;
  if (keysPath) await writeWhole(keysPath, sealAge(keyRingOf(asked.keyRing, made.at), asked.keyRecipients));
  return { ...made, keysPath, removed: await removeOld(folder, asked.keep) };
}

const countsOf = ({ tables, files }: Manifest, bytes: number): BackupCounts => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.count,
  missing: files.missing,
  bytes,
});

async function* keyRingOf(secrets: KeyRing, at: Date): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify({ product: "crossdocket", format: 1, madeAt: at.toISOString(), secrets }));
}

/** In clear, since a restore needs it before anything opens: ids of keys that are no more. */
async function* erasedLines(erased: readonly ErasedKey[]): AsyncGenerator<Buffer> {
  yield Buffer.from(erased.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** One person must not hold both: data and keys apart say nothing. */
function requireRecipients({ recipients, keyRecipients }: MakeBackup): void {
  if (recipients.length === 0)
    throw new BackupError("no_recipients", "BACKUP_RECIPIENTS names nobody who could open a backup.");
  if (!keyRecipients.some((keyRecipient) => recipients.includes(keyRecipient))) return;
  throw new BackupError(
    "no_recipients",
    "The same public key stands in BACKUP_RECIPIENTS and in BACKUP_KEY_RECIPIENTS. Take two.",
  );
}

/** To `.part`, synced, then renamed: an interrupted backup never looks complete. */
async function writeWhole(path: string, source: AsyncIterable<Buffer>, onProgress?: Progress): Promise<number> {
  const part = `${path}.part`;
  const stream = createWriteStream(part, { mode: 0o600, flags: "w", highWaterMark: 4 * 1024 * 1024 });
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => undefined);
  let bytes = 0;
  try {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), failed]);
      onProgress?.("copying", bytes, null);
    }
    await Promise.race([new Promise<void>((resolve) => stream.end(resolve)), failed]);
    await sync(part);
    await rename(part, path);
    await syncDir(join(path, ".."));
    return bytes;
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync().finally(() => handle.close());
}

async function removeOld(folder: string, keep: number | null): Promise<string[]> {
  if (keep === null) return [];
  const old = findOld(await readdir(folder), keep);
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

function inWords(error: unknown): unknown {
  if (error instanceof CannotReadAll) return new BackupError("cannot_read_all", error.message);
  if (error instanceof StorageError) return new BackupError("away", error.message);
  const code = (error as { code?: string }).code ?? "";
  if (full.has(code)) return new BackupError("disk_full", "There is no room left for the backup. Nothing was kept.");
  return error;
}
