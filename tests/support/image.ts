import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The files of the sources that the image is built from: what git knows, without what `.dockerignore` names. */
export function filesOfImage(): string[] {
  const left = readFileSync(".dockerignore", "utf8").split("\n").filter(Boolean);
  const known = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  const sources = known
    .trimEnd()
    .split("\n")
    .filter((path) => existsSync(path));
  const taken = sources.filter((path) => !isLeftOut(path, left));
  return withoutDemo(taken).sort();
}

/** The last line that names a file, or a folder that it is in, decides; `!` takes it in again. */
function isLeftOut(path: string, lines: readonly string[]): boolean {
  const names = (value: string) =>
    value.endsWith("/*") ? path.startsWith(value.slice(0, -1)) : path === value || path.startsWith(`${value}/`);
  const last = lines.findLast((line) => names(line.replace(/^!/, "")));
  return last !== undefined && !last.startsWith("!");
}

/** As the Dockerfile does before it builds. */
function withoutDemo(paths: readonly string[]): string[] {
  const own = "deploy/without-demo/";
  const doors = paths
    .filter((path) => path.startsWith(own))
    .map((path) => `lib/operations/demo/${path.slice(own.length)}`);
  return [...paths.filter((path) => !path.startsWith("lib/operations/demo/") && !path.startsWith(own)), ...doors];
}

const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([@\w.][\w@./()[\]-]*)"/g;

/** Modules and packages that a file names: `[path of ours or null, name]`. Types alone are needed while it is built. */
export function importsOf(path: string): { name: string; ours: boolean }[] {
  const read = path.startsWith("lib/operations/demo/")
    ? `deploy/without-demo/${path.slice("lib/operations/demo/".length)}`
    : path;
  return [...readFileSync(read, "utf8").matchAll(importing)].map(([, name = ""]) => ({
    name: name.startsWith(".") ? normalize(join(dirname(path), name)) : name.replace(/^@\//, ""),
    ours: /^(\.|@\/)/.test(name),
  }));
}

/** True when one of these files is what an import names, with or without its ending. */
export function isAmong(name: string, files: ReadonlySet<string>): boolean {
  const endings = ["", ".ts", ".tsx", ".mjs", ".json", "/index.ts", "/index.tsx"];
  return endings.some((ending) => files.has(`${name}${ending}`));
}
