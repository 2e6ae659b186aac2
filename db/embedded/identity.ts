import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Postgres refuses to run as root, so root runs it as another user. */
export type Identity = { uid: number; gid: number };

const firstUid = 52_000;
const uidCount = 7_000;

export const isRoot = (): boolean => process.getuid?.() === 0;

export const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);

/** The owner of an existing cluster, else a user id that no account of this machine has. Undefined when not root. */
export function databaseIdentity(dataDir: string, clusters: readonly string[]): Identity | undefined {
  if (!isRoot()) return undefined;
  for (const cluster of clusters) {
    const owner = statSync(cluster, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  const taken = new Set(accounts().map((account) => account.uid));
  let uid = firstUid + (Number.parseInt(shortHash(dataDir), 16) % uidCount);
  while (taken.has(uid)) uid += 1;
  return { uid, gid: uid };
}

/** `initdb` insists on a user with a name; the server itself does not. */
export function namedIdentity(): Identity {
  const found = accounts().find((account) => account.name === "nobody" && account.uid > 0);
  if (found) return { uid: found.uid, gid: found.gid };
  throw new Error("There is no user 'nobody' on this machine. Start as a normal user instead of root.");
}

/** Whether `uid`, with no group memberships here, can access the contents of `folder`. */
export function canEnter(folder: string, uid: number): boolean {
  let path = realpathSync(folder);
  for (;;) {
    const found = statSync(path);
    const needed = found.uid === uid ? 0o100 : 0o001;
    if ((found.mode & needed) === 0) return false;
    if (dirname(path) === path) return true;
    path = dirname(path);
  }
}

function accounts(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter((account) => account.name !== "");
  } catch {
    return [];
  }
}
