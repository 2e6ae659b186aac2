import { existsSync } from "node:fs";
import { inspectPostgres } from "../../db/embedded.ts";
import { runNode } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { openSealedKek } from "./keks.mjs";
import { dataFolder } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

const evidence = { script: "verify-evidence", name: "evidence" };

/** The app's own role is enough: what is verified is read as the worker reads it. */
const findDatabase = async (dataDir) =>
  process.env.DATABASE_URL
    ? openSealedKek(dataDir).then(() => ({ appUrl: process.env.DATABASE_URL, adopted: true }))
    : openDatabase(dataDir);

export const verifyEvidence = (options) => verifyStored({ ...options, ...evidence });

/** Finds the database or starts it for as long as this takes. It is not brought up to date: nothing is changed here. */
export async function verifyStored({ demo, json, script, name, args = [] }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  if (!process.env.DATABASE_URL && !(existsSync(dataDir) && inspectPostgres(dataDir).initialised)) {
    throw new Trouble(`There is no ${name} at ${dataDir}.`, "set DATA_DIR to the folder that the server uses.");
  }
  const database = await findDatabase(dataDir);
  try {
    const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database.appUrl, LOG_LEVEL: "silent" };
    const code = await runNode([...runOf(script), ...(json ? ["--json"] : []), ...args], {
      env: childEnvironment(settings),
    });
    if (code > 1) throw new Trouble(`The ${name} could not be verified.`, "read the message above.");
    return code;
  } finally {
    if (!database.adopted) await database.stop();
  }
}
