import { existsSync, readFileSync } from "node:fs";
import { inspectPostgres } from "../../db/embedded.ts";
import { newKek, readRing, ringText } from "../../lib/platform/crypto/key-ring-text.ts";
import { runNode } from "./children.mjs";
import { openDatabase } from "./database.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { isSealed, keepPassphrase, readKek, seal, unseal } from "./keks.mjs";
import { dataFolder } from "./paths.mjs";
import { whoRuns } from "./run-file.mjs";
import { Trouble } from "./say.mjs";
import { runOf } from "./scripts.mjs";

/** `npm run keys -- list | rotate [--key FILE] | retire ID | seal | keychain | unseal`. */
export async function workKeys({ words, demo, keyFile }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  const [what, id = ""] = words;
  if (what === "seal") return sealed(dataDir);
  if (what === "keychain") return keepPassphrase(dataDir).then(() => say(keychainWords));
  if (what === "unseal") return unseal(dataDir).then(() => say("The key lies plain in the data folder again."));
  if (what === "list") return withRing(dataDir, (ring) => inDatabase(dataDir, ring, ["list"]));
  if (what === "rotate") return rotate(dataDir, keyFile);
  if (what === "retire") return retire(dataDir, id);
  throw new Trouble("Which?", "write list, rotate, retire ID, seal, keychain or unseal after it.");
}

const keychainWords =
  "The keychain of this system keeps the passphrase: a start by the same person on this machine asks nobody.\n" +
  "Keep it on paper all the same, away from here.";

async function sealed(dataDir) {
  await seal(dataDir);
  return say(
    "The key is sealed. From the next start on the passphrase is asked for; without it nothing opens, backups without\n" +
      'their key ring included. It lay plain on this disk until now: "npm run keys -- rotate" makes a new one.',
  );
}

/** A ring that comes from a file is read again by the app while it runs; a sealed one is known at the start only. */
async function rotate(dataDir, keyFile) {
  refuseWhileSealedRuns(dataDir);
  const { ring, write } = await readKek(dataDir);
  const known = readRing(ring);
  const unfinished = !keyFile && known.length > 1 && (await inDatabase(dataDir, ring, ["unfinished"], true)) === 3;
  const next = unfinished ? ring : ringText([...known, keyFile ? fromFile(keyFile) : newKek()]);
  readRing(next);
  if (!unfinished) await write(next);
  const code = await inDatabase(dataDir, next, ["rotate"]);
  if (code === 0) console.log('Make a backup with its key ring now. Then "npm run keys -- retire ID" for the old one.');
  return code;
}

async function retire(dataDir, id) {
  refuseWhileSealedRuns(dataDir);
  const { ring, write } = await readKek(dataDir);
  const code = await inDatabase(dataDir, ring, ["retire", id]);
  if (code !== 0) return code;
  const [root, ...others] = readRing(ring);
  await write(ringText([root, ...others.filter((one) => one.id !== id)]));
  return say(
    root.id === id
      ? "Retired. It stays in the ring as the root of other secrets, and wraps no data key any more."
      : "Retired and taken out of the ring. Backups of before need the key ring of their own day.",
  );
}

function fromFile(path) {
  const [key, ...others] = readRing(readFileSync(path, "utf8"));
  if (others.length > 0) throw new Trouble(`${path} holds more than one key.`, "name a file with one.");
  return key;
}

function refuseWhileSealedRuns(dataDir) {
  if (isSealed(dataDir) && whoRuns(dataDir))
    throw new Trouble(
      "A sealed key is read at the start alone, and Crossdocket runs here.",
      "stop it, run this again, and start it.",
    );
}

const withRing = async (dataDir, act) => act((await readKek(dataDir)).ring);

/** Finds the database or starts it for as long as this takes. The ring is given by the file, or by us when it is sealed. */
async function inDatabase(dataDir, ring, words, quiet = false) {
  if (!process.env.DATABASE_URL && !(existsSync(dataDir) && inspectPostgres(dataDir).initialised))
    throw new Trouble(`There is no database at ${dataDir}.`, "set DATA_DIR to the folder that the server uses.");
  // Already known, so that nobody is asked twice. An unencrypted key is read from its file, which may change while we
  // run.
  if (process.env.KEK || isSealed(dataDir)) process.env.KEK = ring;
  const database = await openDatabase(dataDir, { withoutOwner: true });
  try {
    const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database.appUrl, LOG_LEVEL: "silent" };
    const code = await runNode([...runOf("work-keys"), ...words], { env: childEnvironment(settings) });
    if (code !== 0 && !quiet) throw new Trouble("The keys are as they were.", "read the message above.");
    return code;
  } finally {
    if (!database.adopted) await database.stop();
  }
}

function say(words) {
  console.log(words);
  return 0;
}
