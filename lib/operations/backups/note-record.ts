import "server-only";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What `npm run doctor` reports about backups: DATA_DIR/backup.json. Instants in UTC. */
export type BackupRecord = {
  madeAt?: string;
  file?: string;
  missing?: number;
  withKeyRing?: boolean;
  drilledAt?: string;
  drillHeld?: boolean;
};

/** Updates the record of backups. */
export async function noteRecord(dataDir: string, change: BackupRecord): Promise<void> {
  const path = join(dataDir, "backup.json");
  const before = await readFile(path, "utf8").then(JSON.parse, () => ({}));
  await writeFile(`${path}.part`, `${JSON.stringify({ ...before, ...change })}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
