import "server-only";
import { CannotLoad, type Loading, loadDatabase } from "@/db/backup/load";
import type { WaitingJob } from "@/db/backup/snapshot";
import { unwrapKey } from "@/lib/kernel/access/vault";
import { type Kek, kekOf } from "@/lib/platform/crypto/key-ring-text";
import type { Places } from "@/lib/platform/storage/sealed-files";
import { StorageError } from "@/lib/platform/storage/storage";
import type { TarEntry } from "@/lib/platform/tar/read-tar";
import { type CheckedArchive, checkArchive } from "./check-archive";
import type { Manifest } from "./input";
import { keepSealed } from "./keep-sealed";
import { readArchive } from "./read-archive";
import { BackupError, type Progress } from "./types";

export type RestoreBackup = {
  archive: string;
  identities: readonly string[];
  /** The root of the key ring that belongs to the backup. */
  kek: Buffer;
  /** All of that ring, which wraps the data keys; the root alone when it never had another. */
  ring?: readonly Kek[];
  ownerUrl: string;
  places: Places;
  /** Data keys that were destroyed since the backup was made. */
  erased: readonly string[];
  onProgress?: Progress;
};

export type Restored = { manifest: Manifest; jobs: WaitingJob[]; erased: number; filesLeftOut: number };

/**
 * Restores a backup into an empty database and a storage. The archive is read to its end and every hash compared before
 * anything is written; then the database is filled in one transaction, which ends all sessions and destroys the keys of
 * what was erased since. On a failure the database is empty again and restored files are removed.
 * @throws BackupError wrong_key | broken | wrong_key_ring | newer | other_schema | not_empty | disk_full | away
 */
export async function restoreBackup(asked: RestoreBackup): Promise<Restored> {
  const { archive, identities, kek, ring = [kekOf(kek)], onProgress } = asked;
  const checked = await checkArchive(archive, identities, kek, (at, of) => onProgress?.("checking", at, of));
  const { migrations, sequences } = checked.manifest;
  const kept: string[] = [];
  const done = { erased: 0, filesLeftOut: 0 };
  try {
    await loadDatabase(asked.ownerUrl, { migrations, sequences, schema: checked.schema }, async (loading) => {
      done.filesLeftOut = await fill(asked, checked, loading, kept);
      done.erased = await loading.eraseKeys(asked.erased);
      await requireKeys(loading, ring);
    });
  } catch (error) {
    for (const key of kept) await asked.places.store.remove(key).catch(() => undefined);
    throw inWords(error);
  }
  return { manifest: checked.manifest, jobs: checked.jobs, ...done };
}

/** Rows and files in the order of the archive. Gives how many files stay out because their key was destroyed. */
async function fill(
  { archive, identities, places, erased, onProgress }: RestoreBackup,
  { manifest }: CheckedArchive,
  loading: Loading,
  kept: string[],
): Promise<number> {
  const entries = readArchive(archive, identities, (at, of) => onProgress?.("restoring", at, of));
  const gone = new Set(erased);
  let leftOut = 0;
  for await (const entry of entries) {
    const [kind, second = "", third = ""] = entry.path.split("/");
    if (kind === "tables") await copyIn(manifest, loading, second, entry);
    else if (kind !== "files") await drain(entry);
    else if (gone.has(third)) leftOut += await drain(entry).then(() => 1);
    else if (await keepSealed(places, entry.path.slice("files/".length), entry.body)) kept.push(entry.path.slice(6));
  }
  return leftOut;
}

async function copyIn(manifest: Manifest, loading: Loading, name: string, entry: TarEntry): Promise<void> {
  const table = manifest.tables.find((candidate) => candidate.name === name);
  if (!table) throw new BackupError("broken", "The backup holds a table that it does not list. Nothing was restored.");
  await loading.copyIn(table, entry.body);
}

async function drain({ body }: TarEntry): Promise<void> {
  for await (const _ of body);
}

/** A key ring that opens only some of the keys is not the whole one. */
async function requireKeys(loading: Loading, ring: readonly Kek[]): Promise<void> {
  for await (const keys of loading.dataKeys()) {
    for (const { id, orgId, wrapped } of keys) requireOpens(() => unwrapKey(wrapped, orgId, id, ring));
  }
}

function requireOpens(open: () => Buffer): void {
  try {
    open();
  } catch {
    const why = "The key ring does not open every data key of this backup. Nothing was restored.";
    throw new BackupError("wrong_key_ring", why);
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof CannotLoad) return new BackupError(error.fault, error.message);
  if (error instanceof StorageError) {
    const fault = error.fault === "disk_full" ? "disk_full" : "away";
    return new BackupError(fault, `${error.message} Nothing was restored.`);
  }
  return error;
}
