import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { isLongEnough, shortestPassphrase } from "../../db/embedded/seal-first-key.ts";
import { openKek, sealKek } from "../../db/embedded/sealed-kek.ts";
import { ensureAppSecrets } from "../../db/embedded.ts";
import { keyPlaceOf } from "../../lib/platform/crypto/key-place.ts";
import { readRing } from "../../lib/platform/crypto/key-ring-text.ts";
import { askHidden } from "./ask.mjs";
import { fromKeychain, keepInKeychain } from "./keychain.mjs";
import { Trouble } from "./say.mjs";

const plainFile = (dataDir) => process.env.KEK_FILE || join(dataDir, "secrets/kek");
export const sealedFile = (dataDir) => join(dataDir, "secrets/kek.sealed");

const given = () => Boolean(process.env.KEK || process.env.KEK_FILE);

/** The setting means what it says: whoever takes the disk gets data and key. */
const isBesideAccepted = () => process.env.KEK_BESIDE_DATA === "i-accept-the-risk";

/** True when whoever takes the data gets the key, and no setting accepts that: no first client is taken in. */
export function isBeside(dataDir) {
  const path = plainFile(dataDir);
  if (process.env.KEK || isBesideAccepted() || !existsSync(path)) return false;
  const root = readRing(readFileSync(path, "utf8"))[0].id;
  return keyPlaceOf({ dataDir, root, KEK_FILE: process.env.KEK_FILE }) === "beside";
}

/**
 * Finds the key for this start: in the environment, a file, systemd's credentials, under a passphrase, or next to the
 * data if that was accepted, which also creates the first one there. "undecided": there is none, and none is created.
 */
export async function findKek(dataDir, { demo = false } = {}) {
  const credential = credentialOf("kek");
  if (!given() && credential) process.env.KEK_FILE = credential;
  if (given()) return "found";
  if (isSealed(dataDir)) return openSealedKek(dataDir).then(() => "found");
  if (!demo && !isBesideAccepted() && !existsSync(plainFile(dataDir))) return "undecided";
  ensureAppSecrets(dataDir, ["kek"]);
  return "found";
}

function credentialOf(name) {
  const path = process.env.CREDENTIALS_DIRECTORY && join(process.env.CREDENTIALS_DIRECTORY, name);
  return path && existsSync(path) ? path : undefined;
}

/** True when the key can be had only by a passphrase. */
export const isSealed = (dataDir) => !given() && existsSync(sealedFile(dataDir));

/**
 * Opens a sealed key for this start: the ring goes into our own environment, from which the web server and the worker
 * get it, and nowhere else. Without the passphrase nothing starts.
 */
export async function openSealedKek(dataDir) {
  if (!isSealed(dataDir)) return;
  process.env.KEK = await openWith(dataDir, await knownPassphrase(dataDir));
}

/** From a file on another medium, from the keychain of the system, or from the terminal. */
async function knownPassphrase(dataDir) {
  const kept = passphraseFile() ? undefined : fromKeychain(dataDir);
  return kept ?? passphrase("Passphrase of the key");
}

const passphraseFile = () => process.env.KEK_PASSPHRASE_FILE || credentialOf("kek-passphrase");

async function openWith(dataDir, words) {
  try {
    return (await openKek(readFileSync(sealedFile(dataDir), "utf8"), words)).trim();
  } catch (error) {
    throw new Trouble(`${error.message} Nothing was started.`, "try again; nobody can set another one without it.");
  }
}

/** From the file that is named, from systemd's credentials, or from the terminal. */
async function passphrase(question) {
  const file = passphraseFile();
  if (!file) return askHidden(question);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw new Trouble(
      `The passphrase cannot be read from ${file} (${error.code}).`,
      "look whether its medium is there.",
    );
  }
}

/** A passphrase that is new: twice when it is typed. */
async function newPassphrase() {
  const words = await passphrase(`New passphrase, ${shortestPassphrase} signs or more`);
  if (!isLongEnough(words))
    throw new Trouble("That is too short for a key that a thief can try for years.", "take six words or more.");
  if (process.env.KEK_PASSPHRASE_FILE || process.env.CREDENTIALS_DIRECTORY) return words;
  if ((await askHidden("The same again")) !== words) throw new Trouble("The two are not the same.", "type it again.");
  return words;
}

/** Where the ring is and what it says: `{ ring, write }`; `write` keeps it as it was kept, plain or sealed. */
export async function readKek(dataDir) {
  if (process.env.KEK)
    throw new Trouble(
      "KEK is given by the environment, which cannot be changed from here.",
      "put it into a file that only the server's user can read, and set KEK_FILE to it.",
    );
  if (!isSealed(dataDir)) {
    const file = plainFile(dataDir);
    if (!existsSync(file)) throw new Trouble(`There is no key at ${file}.`, '"npm start" makes the first one.');
    return { ring: readFileSync(file, "utf8").trim(), write: async (ring) => replaceFile(file, `${ring}\n`) };
  }
  const words = await knownPassphrase(dataDir);
  const ring = await openWith(dataDir, words);
  return { ring, write: async (next) => replaceFile(sealedFile(dataDir), await sealKek(next, words)) };
}

/** Encrypts the plain key in the data folder, reads it back, and only then removes the plain one. */
export async function seal(dataDir) {
  if (given() || isSealed(dataDir))
    throw new Trouble(
      "There is no plain key in the data folder to seal.",
      '"npm run doctor" says where it comes from.',
    );
  const { ring } = await readKek(dataDir);
  const words = await newPassphrase();
  const sealed = await sealKek(ring, words);
  if ((await openKek(sealed, words)).trim() !== ring) throw new Error("What was sealed does not open.");
  replaceFile(sealedFile(dataDir), sealed);
  overwrite(plainFile(dataDir));
}

/** Stores the key unencrypted again, for a start without a passphrase. */
export async function unseal(dataDir) {
  if (!isSealed(dataDir)) throw new Trouble("The key is not sealed.", "nothing is to be done.");
  const { ring } = await readKek(dataDir);
  replaceFile(join(dataDir, "secrets/kek"), `${ring}\n`);
  rmSync(sealedFile(dataDir));
}

/** Whole or not at all, and on the disk before the old one is gone. */
function replaceFile(path, text) {
  const draft = `${path}.new`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
  if (process.platform === "win32") return;
  const folder = openSync(dirname(path), "r");
  fsyncSync(folder);
  closeSync(folder);
}

/** A disk may keep the old bytes despite this: rotate a key that was stored unencrypted after sealing. */
function overwrite(path) {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(readFileSync(path).length));
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}

/** Stores the passphrase in the system keychain, so that a start does not ask a person who is signed in there. */
export async function keepPassphrase(dataDir) {
  if (!isSealed(dataDir)) throw new Trouble("The key is not sealed.", 'run "npm run keys -- seal" first.');
  const words = await passphrase("Passphrase of the key");
  await openWith(dataDir, words);
  await keepInKeychain(dataDir, words);
}
