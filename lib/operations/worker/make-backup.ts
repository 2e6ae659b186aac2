import "server-only";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { makeBackup } from "@/lib/operations/backups/make-backup";
import { noteBackup } from "@/lib/operations/backups/note-backup";
import { noteRecord } from "@/lib/operations/backups/note-record";
import { readSettings } from "@/lib/operations/backups/read-settings";
import { BackupError } from "@/lib/operations/backups/types";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { formatBytes, formatCount, plural } from "@/lib/platform/text/format";
import { printProgress } from "./print-progress";

/** The script behind `npm run backup`. */
async function backup(): Promise<number> {
  const { DATABASE_BACKUP_URL: readAllUrl, KEK: kek, DATA_DIR: dataDir } = env();
  if (!readAllUrl) throw new BackupError("cannot_read_all", "DATABASE_BACKUP_URL is not set.");
  const { store } = filePlaces();
  const settings = readSettings(env());
  const made = await makeBackup({ ...settings, readAllUrl, store, kek, onProgress: printProgress() });
  const { rows, files, missing, bytes, tables } = made.counts;
  for (const id of await organisations()) await noteBackup(jobCtx(id), { what: "made", rows, files, missing });
  const record = { madeAt: made.at.toISOString(), file: made.path, missing, withKeyRing: made.keysPath !== null };
  await noteRecord(dataDir, record);
  console.log(`Backup: ${made.path} (${formatBytes(bytes)})`);
  console.log(`  ${plural(rows, "row")} of ${formatCount(tables)} tables, ${plural(files, "stored file")}.`);
  if (made.keysPath) console.log(`Key ring: ${made.keysPath}\n  Carry it to another place than the backup.`);
  else
    console.log(
      "WARNING: BACKUP_KEY_RECIPIENTS is not set, so the key ring is not in it. Without it nothing can be read.",
    );
  if (settings.recipients.length < 2)
    console.log("WARNING: one key alone opens it. When that is lost, so is the backup: take two.");
  if (missing > 0)
    console.log(
      `WARNING: ${plural(missing, "file")} that records name could not be found. Run "npm run evidence:verify".`,
    );
  if (made.removed.length > 0) console.log(`Removed ${plural(made.removed.length, "older file")} (BACKUP_KEEP).`);
  return 0;
}

const organisations = async (): Promise<string[]> =>
  (await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`)).map(({ id }) => id);

/** Database messages may contain values; only our own messages are printed. */
function failed(error: unknown): number {
  const { code } = (error ?? {}) as { code?: string };
  console.error(error instanceof BackupError ? error.message : `The backup failed (${code ?? (error as Error).name}).`);
  return 2;
}

process.exitCode = await backup().catch(failed).finally(closeDatabase);
