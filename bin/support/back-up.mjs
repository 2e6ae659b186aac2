import { existsSync } from "node:fs";
import { inspectPostgres } from "../../db/embedded.ts";
import { makeKey, testKeyOf } from "./backup-keys.mjs";
import { runNode } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { dataFolder } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

const firstKeys = 'run "npm run backup -- --new-key FILE" twice, and set BACKUP_RECIPIENTS and BACKUP_KEY_RECIPIENTS.';

/** Finds the database or starts it for as long as this takes, and backs it up as a role that reads everything. */
export async function backUp({ demo, newKey, testKey }) {
  loadSettings();
  if (newKey !== undefined) return makeKey(newKey, dataFolder(demo));
  if (testKey !== undefined) return testKeyOf(testKey, dataFolder(demo));
  const dataDir = dataFolder(demo);
  if (!process.env.BACKUP_RECIPIENTS)
    throw new Trouble("BACKUP_RECIPIENTS is not set: nobody could open a backup.", firstKeys);
  if (!process.env.DATABASE_URL && !(existsSync(dataDir) && inspectPostgres(dataDir).initialised)) {
    throw new Trouble(`There is nothing to back up at ${dataDir}.`, "set DATA_DIR to the folder that the server uses.");
  }
  const database = await openDatabase(dataDir, { withoutOwner: true });
  try {
    const env = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database.appUrl, LOG_LEVEL: "silent" };
    const code = await runNode(runOf("make-backup"), {
      env: childEnvironment({ ...env, DATABASE_BACKUP_URL: readAllUrl(database) }),
    });
    if (code !== 0) throw new Trouble("No backup was made.", "read the message above.");
    return code;
  } finally {
    if (!database.adopted) await database.stop();
  }
}

function readAllUrl({ backupUrl }) {
  const url = backupUrl ?? process.env.DATABASE_BACKUP_URL;
  if (url) return url;
  throw new Trouble(
    "DATABASE_BACKUP_URL is not set, and row-level security would leave rows out for any other role.",
    "docs/OPERATIONS.md has the three statements that make such a role.",
  );
}
