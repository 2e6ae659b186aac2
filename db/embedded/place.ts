import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { canEnter, databaseIdentity, type Identity, isRoot, shortHash } from "./identity.ts";

export type Place = {
  dataDir: string;
  /** Postgres's own folder. Outside `dataDir` only when its user cannot enter that (a project under /root). */
  cluster: string;
  /** Empty on Windows, where Postgres listens on loopback. */
  socketFolder: string;
  log: string;
  identity: Identity | undefined;
};

/** A Unix socket's path is cut at 107 bytes, 103 on macOS, and Postgres adds 18. */
const longestSocketFolder = 84;

/** Decides the locations of one database. Creates only `dataDir`. */
export function findPlace(folder: string): Place {
  const wanted = resolve(folder);
  mkdirSync(wanted, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  const dataDir = realpathSync(wanted);
  const inside = join(dataDir, "postgres");
  const outside = join(sharedFolder(), `crossdocket-${shortHash(dataDir)}`, "postgres");
  const identity = databaseIdentity(dataDir, [inside, outside]);
  const base = { dataDir, socketFolder: socketFolder(dataDir), log: join(dataDir, "postgres.log"), identity };
  if (!identity || existsSync(inside)) return { ...base, cluster: inside };
  if (existsSync(outside)) return { ...base, cluster: outside };
  return { ...base, cluster: canEnter(dataDir, identity.uid) ? inside : outside };
}

/** Creates the cluster's parent if it is outside the data folder, and leaves a note of where it is. */
export function prepareOutside(place: Place): void {
  const parent = resolve(place.cluster, "..");
  if (parent === place.dataDir) return;
  ownFolder(parent);
  const note = `The database lies in ${place.cluster}: its user cannot enter this folder.\n`;
  writeFileSync(join(place.dataDir, "where-the-database-is.txt"), note);
}

/** A folder that only root writes and anyone may pass through. Refuses one that somebody else put there first. */
export function ownFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o711 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${path} was made by somebody else. Move it away, then start again.`);
  }
  chmodSync(path, 0o711);
}

/** Root's folder for what the database's user must reach. /var/tmp is emptied by some machines: the second choice. */
export function sharedFolder(): string {
  try {
    accessSync("/var/lib", constants.W_OK);
    return "/var/lib";
  } catch {
    return "/var/tmp";
  }
}

/** The comma is on purpose: postgres.js takes the host of an address for a path only when it holds one. */
function socketFolder(dataDir: string): string {
  if (process.platform === "win32") return "";
  const name = `crossdocket-${shortHash(dataDir)},s`;
  const usual = join(realpathSync(tmpdir()), name);
  return Buffer.byteLength(usual) <= longestSocketFolder ? usual : join("/tmp", name);
}
