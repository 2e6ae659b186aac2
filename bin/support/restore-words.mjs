import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Trouble } from "./say.mjs";

const options = ["--identity", "--keys", "--keys-identity", "--erased", "--force-new-database"];
const usage =
  'write "npm run restore -- BACKUP --identity FILE --keys KEYRING --keys-identity FILE"; docs/OPERATIONS.md has the steps.';

/** The arguments of a restore command, with absolute paths. @throws Trouble */
export function readWords(words) {
  const found = { flags: words.filter((word) => word === "--demo") };
  const rest = words.filter((word) => word !== "--demo");
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    if (!word.startsWith("--")) found.archive = resolve(word);
    else if (!options.includes(word) || !rest[at + 1]) throw new Trouble(`${word} is not understood.`, usage);
    else found[word.slice(2)] = word === "--force-new-database" ? rest[++at] : resolve(rest[++at]);
  }
  if (!found.identity) throw new Trouble("Which secret key opens the backup?", usage);
  if (Boolean(found.keys) !== Boolean(found["keys-identity"]))
    throw new Trouble("--keys and --keys-identity belong together.", usage);
  for (const name of ["archive", "identity", "keys", "keys-identity", "erased"])
    if (found[name] && !existsSync(found[name])) throw new Trouble(`There is no file at ${found[name]}.`, usage);
  return found;
}

/** The newest backup of a folder. */
export function newestBackup(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const newest = names
    .filter((name) => /^crossdocket-\w+\.tar\.age$/.test(name))
    .sort()
    .at(-1);
  if (newest) return join(folder, newest);
  throw new Trouble(`There is no backup in ${folder}.`, 'name one, or make it with "npm run backup".');
}

/** The named list of erasures, otherwise the one next to the backup. */
export function erasedList({ archive, erased }) {
  const beside = join(dirname(archive), "erased.jsonl");
  if (erased) return erased;
  if (!existsSync(beside)) return "";
  console.log(`  Taking the list of erasures from ${beside}.`);
  return beside;
}
