import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { inspectPostgres } from "../../db/embedded.ts";
import { runNode } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { dataFolder } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

/** Finds the database or starts it for as long as this takes. Erasing again is done as the owner, who restored it. */
export async function printErased({ demo, apply, file }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  if (apply && !(file && existsSync(file))) {
    throw new Trouble("Which list?", "name the file that npm run erased printed.");
  }
  if (!process.env.DATABASE_URL && !(existsSync(dataDir) && inspectPostgres(dataDir).initialised)) {
    throw new Trouble(`There is no database at ${dataDir}.`, "set DATA_DIR to the folder that the server uses.");
  }
  const external = process.env.DATABASE_URL && !apply;
  const database = external ? { appUrl: process.env.DATABASE_URL, adopted: true } : await openDatabase(dataDir);
  try {
    const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database.appUrl, LOG_LEVEL: "silent" };
    const owner = apply ? { DATABASE_OWNER_URL: database.ownerUrl } : {};
    return await runNode([...runOf("print-erased"), ...(apply ? [resolve(file)] : [])], {
      env: { ...childEnvironment(settings), ...owner },
    });
  } finally {
    if (!database.adopted) await database.stop();
  }
}
