import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

type Locked = {
  version: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };

/** Every package of the lock file by the place where it is installed. */
export const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Those that run, and of them those that are installed on every machine. */
export const running = packages.filter(([, { dev, devOptional }]) => !dev && !devOptional);
export const everywhere = running.filter(([, { os, cpu, libc }]) => !os && !cpu && !libc);

/** How many packages come with this one, as Node finds them: first inside it, then in each folder above. */
export function brings(name: string): number {
  const seen = new Set<string>();
  const queue = [{ from: "", name }];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const path = placeOf(next.name, next.from);
    if (path === null || seen.has(path)) continue;
    seen.add(path);
    const { dependencies, optionalDependencies } = lock.packages[path] ?? {};
    queue.push(...Object.keys({ ...dependencies, ...optionalDependencies }).map((key) => ({ from: path, name: key })));
  }
  return seen.size - 1;
}

function placeOf(name: string, from: string): string | null {
  const path = `${from}${from ? "/" : ""}node_modules/${name}`;
  if (lock.packages[path]) return path;
  return from === "" ? null : placeOf(name, from.slice(0, from.lastIndexOf("node_modules/")).replace(/\/$/, ""));
}

/** The bytes of a package as it is installed, without those inside it. */
export function sizeOf(path: string): number {
  if (!existsSync(path)) return 0;
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + sizeOf(join(path, entry.name));
    return entry.isFile() ? sum + statSync(join(path, entry.name)).size : sum;
  }, 0);
}
