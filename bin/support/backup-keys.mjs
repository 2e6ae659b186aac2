import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { Trouble } from "./say.mjs";

/** The secret key into a new file, the public one on the screen. */
export async function makeKey(file, dataDir) {
  if (!file)
    throw new Trouble(
      "Where to?",
      'write "npm run backup -- --new-key FILE", with FILE on a medium that leaves this machine.',
    );
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  await writeFile(file, text, { flag: "wx", mode: 0o600 }).catch((error) => {
    throw new Trouble(`The key cannot be written to ${file} (${error.code}).`, "name a file that does not exist yet.");
  });
  await tryKey(file, [recipient]);
  noteTested(dataDir, recipient);
  console.log("The key was tried: what is sealed for it opens with the file.\n");
  console.log(`Public key, for the settings of the server:\n${recipient}\n`);
  console.log(`The secret key is in ${file}. Carry it away from this machine now, keep two copies in two places, and`);
  console.log("remove it here. Who has it can read backups; without it nobody can, and nothing brings it back.");
  return 0;
}

/** Shows that the secret key in a file opens what backups are sealed for, and notes that for the doctor. */
export async function testKeyOf(file, dataDir) {
  if (!file) throw new Trouble("Which key?", 'write "npm run backup -- --test-key FILE", with the secret key in FILE.');
  const { BACKUP_RECIPIENTS: backups, BACKUP_KEY_RECIPIENTS: rings } = process.env;
  const [recipient] = await recipientsIn(file);
  const kinds = [
    { name: "backups", list: listOf(backups) },
    { name: "key rings", list: listOf(rings) },
  ].filter(({ list }) => list.includes(recipient));
  if (kinds.length === 0)
    throw new Trouble(
      "The public key of that file is in neither BACKUP_RECIPIENTS nor BACKUP_KEY_RECIPIENTS.",
      `set ${recipient} there first, or name another file.`,
    );
  for (const { name, list } of kinds) {
    await tryKey(file, list);
    console.log(`A small backup was sealed as ${name} are, for ${list.length} keys, and opened with this one.`);
  }
  noteTested(dataDir, recipient);
  return 0;
}

/** Public keys of a setting: themselves, or a file with them. */
function listOf(setting = "") {
  const text = setting.trim() === "" || setting.trim().startsWith("age1") ? setting : readFileSync(setting, "utf8");
  return (
    text
      .match(/^(?!\s*#).*$/gm)
      .join(" ")
      .match(/age1[a-z0-9]+/g) ?? []
  );
}

/** Seals as a backup is sealed, and opens with the file. @throws Trouble */
async function tryKey(file, recipients) {
  const sample = randomBytes(4096);
  const seal = new Encrypter();
  for (const recipient of recipients) seal.addRecipient(recipient);
  const sealed = await seal.encrypt(sample);
  try {
    const open = new Decrypter();
    for (const identity of identitiesIn(file)) open.addIdentity(identity);
    if (Buffer.compare(Buffer.from(await open.decrypt(sealed)), sample) === 0) return;
  } catch (error) {
    if (error instanceof Trouble) throw error;
  }
  throw new Trouble(`The secret key in ${file} does not open what was sealed for it.`, "make another key.");
}

function identitiesIn(file) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const found = text.match(/AGE-SECRET-KEY-[A-Z0-9-]+/g);
  if (found) return found;
  throw new Trouble(`There is no secret key in ${file}.`, "name the file that --new-key wrote.");
}

const recipientsIn = (file) => Promise.all(identitiesIn(file).map((identity) => identityToRecipient(identity)));

/** Which public keys were tried, and when last: the file that the doctor reads about backups. No secret is in it. */
function noteTested(dataDir, recipient) {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const path = join(dataDir, "backup.json");
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const keysTested = [...new Set([...(before.keysTested ?? []), recipient])];
  const record = { ...before, keysTested, keysTestedAt: new Date().toISOString() };
  writeFileSync(`${path}.part`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}
