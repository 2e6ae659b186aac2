import "server-only";
import { readFileSync } from "node:fs";
import { askAgain } from "@/db/backup/jobs";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { jobNames } from "@/lib/kernel/jobs/names";
import { checkRestored } from "@/lib/operations/backups/check-restored";
import { noteBackup } from "@/lib/operations/backups/note-backup";
import { type Restored, restoreBackup } from "@/lib/operations/backups/restore-backup";
import { readErased, readIdentities } from "@/lib/operations/backups/rules";
import { BackupError } from "@/lib/operations/backups/types";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { plural } from "@/lib/platform/text/format";
import { printProgress } from "./print-progress";

const [archive = "", identity = "", erasedFile = "", mode = ""] = process.argv.slice(2);

/**
 * The script behind `npm run restore` and, with `drill` as the last word, `npm run restore:verify`:
 * ARCHIVE IDENTITY ERASED|"" MODE. Ends with 0 when all held, 1 when something does not hold, 2 when nothing was restored.
 */
async function restore(): Promise<number> {
  const { DATABASE_OWNER_URL: ownerUrl, KEK: kek, KEK_RING: ring } = env();
  if (!ownerUrl) throw new BackupError("not_empty", "DATABASE_OWNER_URL is not set.");
  const restored = await restoreBackup({
    archive,
    ownerUrl,
    kek,
    ring,
    places: filePlaces(),
    onProgress: printProgress(),
    identities: readIdentities(readText(identity)),
    erased: erasedFile ? readErased(readText(erasedFile)) : [],
  });
  await bringUp(ownerUrl);
  const { rows, files } = say(restored);
  if (mode === "drill") console.log(`counts ${rows} ${files}`);
  if (mode === "drill") return (await check(restored)) ? 0 : 1;
  await askAgain(ownerUrl, restored.jobs);
  for (const { orgId } of restored.manifest.heads) await noteBackup(jobCtx(orgId), { what: "restored", rows, files });
  return 0;
}

/** Queues and rights, as at every start; the tables are there. */
async function bringUp(ownerUrl: string): Promise<void> {
  const appRole = decodeURIComponent(new URL(env().DATABASE_URL.replace(/@[^/]*\//, "@host/")).username);
  await migrate({ ownerUrl, appRole, serviceToken: env().SERVICE_TOKEN, queues: jobNames }).catch(() => {
    throw new Error('Everything is restored, but the queues of jobs are not made: "npm start" makes them.');
  });
}

function say({ manifest, erased, filesLeftOut }: Restored): { rows: number; files: number } {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const files = manifest.files.count - filesLeftOut;
  console.log(`Restored the backup of ${manifest.madeAt}: ${plural(rows, "row")}, ${plural(files, "stored file")}.`);
  console.log("Every session is ended: everybody signs in again.");
  if (erased + filesLeftOut > 0)
    console.log(`Erased since, and unreadable again: ${plural(erased, "key")}, ${plural(filesLeftOut, "file")}.`);
  return { rows, files };
}

async function check({ manifest }: Restored): Promise<boolean> {
  const findings = await checkRestored(
    manifest.heads.map(({ orgId }) => orgId),
    manifest.heads,
  );
  for (const { what, counted, problems } of findings) {
    console.log(`${problems.length === 0 ? "holds " : "BROKEN"}  ${what}: ${counted}`);
    for (const problem of problems.slice(0, 10)) console.log(`        ${problem}`);
  }
  return findings.every(({ problems }) => problems.length === 0);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new BackupError("broken", `There is no file at ${path}. Nothing was restored.`);
  }
}

/** Database messages may contain values; only our own messages are printed. */
function failed(error: unknown): number {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  const ours = error instanceof BackupError || (error instanceof Error && code === undefined && name === "Error");
  console.error(ours ? error.message : `The restore failed (${code ?? name}). Nothing was restored.`);
  return 2;
}

process.exitCode = await restore().catch(failed).finally(closeDatabase);
