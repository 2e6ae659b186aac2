import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { createDatabase } from "../../db/embedded/roles.ts";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import { runNode } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { isSealed } from "./keks.mjs";
import { dataFolder } from "./paths.mjs";
import { erasedList, readWords } from "./restore-words.mjs";
import { Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

/** Brings the key ring, finds or makes the database, and restores into it: all of it, or everything is as before. */
export async function restore(words) {
  const said = readWords(words);
  if (!said.archive) throw new Trouble("Which backup?", "name the file that ends in .tar.age.");
  loadSettings();
  const dataDir = dataFolder(said.flags.includes("--demo"));
  const brought = await bringKeys(said, dataDir);
  let done = false;
  try {
    requireKek(dataDir);
    done = await restoreInto(said, dataDir);
    return done ? 0 : 1;
  } finally {
    if (!done) for (const name of brought) rmSync(join(dataDir, "secrets", name), { force: true });
  }
}

async function restoreInto(said, dataDir) {
  const database = await openDatabase(dataDir);
  try {
    const target = said["force-new-database"] ? await makeDatabase(database, said["force-new-database"]) : database;
    const env = {
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      DATABASE_URL: target.appUrl,
      DATABASE_OWNER_URL: target.ownerUrl,
    };
    const args = [...runOf("restore-backup"), said.archive, said.identity, erasedList(said), "live"];
    const code = await runNode(args, { env: childEnvironment(env) });
    if (code === 0) return true;
    await target.drop?.();
    throw new Trouble("The backup was not restored.", "read the message above; what was there before is as it was.");
  } finally {
    if (!database.adopted) await database.stop();
  }
}

/** Opens the key ring into the data folder before anything else makes new keys there. Gives the names it wrote. */
export async function bringKeys(said, dataDir) {
  if (!said.keys) return [];
  const written = [];
  const args = [...runOf("bring-keys"), said.keys, said["keys-identity"], join(dataDir, "secrets")];
  const { startNode } = await import("./children.mjs");
  const child = startNode(args, {
    env: childEnvironment({}),
    output: (line) => written.push(line),
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code === 0) return written;
  throw new Trouble("The key ring was not opened.", "read the message above; nothing was restored.");
}

function requireKek(dataDir) {
  const there =
    process.env.KEK || process.env.KEK_FILE || isSealed(dataDir) || existsSync(join(dataDir, "secrets/kek"));
  if (there) return;
  throw new Trouble(
    "The key ring is missing: without it nothing in the backup can be read.",
    "name its file with --keys and the secret key for it with --keys-identity, or set KEK_FILE.",
  );
}

/** A separate database next to the one in use. */
async function makeDatabase({ appUrl, ownerUrl, superuserUrl }, name) {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    throw new Trouble("That is no name for a database.", "use small letters, digits and _.");
  const sql = postgres(superuserUrl ?? ownerUrl, { ...tlsOf(superuserUrl ?? ownerUrl), max: 1, onnotice: () => {} });
  try {
    if (superuserUrl) await createDatabase(sql, name);
    else await sql.unsafe(`create database "${name}"`);
  } catch (error) {
    const advice =
      error.code === "42P04"
        ? "name another one."
        : "let the database's administrator make it, and set both addresses to it.";
    throw new Trouble(`The database ${name} cannot be made (${error.code}).`, advice);
  } finally {
    await sql.end();
  }
  const at = (url) => url.replace(/[^/]+$/, name);
  return { appUrl: at(appUrl), ownerUrl: at(ownerUrl), drop: () => dropDatabase(superuserUrl ?? ownerUrl, name) };
}

async function dropDatabase(url, name) {
  const sql = postgres(url, { ...tlsOf(url), max: 1, onnotice: () => {} });
  await sql.unsafe(`drop database "${name}" with (force)`).finally(() => sql.end());
}
