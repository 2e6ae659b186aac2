import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const secretNames = [
  "postgres-superuser",
  "postgres-owner",
  "postgres-app",
  "postgres-backup",
  "kek",
  "auth-secret",
  "service-token",
] as const;
export type SecretName = (typeof secretNames)[number];

/** Secrets that data already written cannot do without: a new one would lock everybody out of it. */
const irreplaceable: readonly SecretName[] = ["postgres-superuser", "kek"];

const secretsFolder = (dataDir: string): string => join(dataDir, "secrets");

/**
 * Reads the named secrets and makes the missing ones: 32 random bytes, base64url, mode 0600 in a 0700 folder.
 * Throws when a file is open to others, or when data exists whose key is gone.
 */
export function ensureSecrets<Name extends SecretName>(
  dataDir: string,
  names: readonly Name[],
  dataExists: boolean,
): Record<Name, string> {
  const folder = secretsFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  requirePrivate(folder);
  const pairs = names.map((name) => [name, readOrMake(folder, name, dataExists)] as const);
  return Object.fromEntries(pairs) as Record<Name, string>;
}

function readOrMake(folder: string, name: SecretName, dataExists: boolean): string {
  const path = join(folder, name);
  if (!lstatSync(path, { throwIfNoEntry: false })) {
    if (dataExists && irreplaceable.includes(name)) throw new Error(missingKey(path));
    make(folder, path);
  }
  requirePrivate(path);
  const value = readFileSync(path, "utf8").trim();
  if (value === "") throw new Error(`${path} is empty. Put the saved copy of this secret back.`);
  return value;
}

/** A second process may make the same secret at the same moment: the link lets exactly one of them win. */
function make(folder: string, path: string): void {
  const draft = join(folder, `.${randomBytes(6).toString("hex")}`);
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function requirePrivate(path: string): void {
  if (process.platform === "win32") return;
  const found = lstatSync(path);
  if (found.isSymbolicLink()) throw new Error(`${path} is a symbolic link. Put the real file or folder there.`);
  if (found.uid !== process.getuid?.()) throw new Error(`${path} belongs to another user. Start as that user.`);
  if ((found.mode & 0o077) === 0) return;
  if (found.isDirectory()) {
    chmodSync(path, 0o700);
    return;
  }
  throw new Error(`Other users of this machine can read ${path}. Run: chmod 600 "${path}"`);
}

const missingKey = (path: string): string =>
  `A database exists, but its key ${path} is gone. Put the saved copy back: without it, what is kept cannot be read. ` +
  "To begin again with nothing, move the whole data folder away.";
