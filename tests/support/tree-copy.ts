import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The tracked files, and the packages as links to the same bytes: a tree to do wrong to. `folder`: one that is there
 * already is brought up to date, with what was built in it.
 */
export function copyTree(name: string, folder = mkdtempSync(join(tmpdir(), `crossdocket-${name}-`))): string {
  const names = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
  for (const file of names) cpSync(file, join(folder, file));
  const packages = join(folder, "node_modules");
  if (existsSync(packages)) return folder;
  execFileSync("cp", ["-al", "node_modules", packages]);
  // What tools keep between runs is written in place, and would be written in every other copy too.
  for (const kept of [".vite", ".cache"]) rmSync(join(packages, kept), { recursive: true, force: true });
  return folder;
}

export type Edit = { file: string; change: (source: string) => string };

/** Runs `act` while files of the folder are changed, and puts them back. */
export async function whileChanged<T>(folder: string, edits: readonly Edit[], act: () => Promise<T>): Promise<T> {
  const before = new Map<string, string>();
  try {
    for (const { file, change } of edits) {
      const path = join(folder, file);
      const source = readFileSync(path, "utf8");
      if (!before.has(path)) before.set(path, source);
      writeFileSync(path, change(source));
    }
    return await act();
  } finally {
    for (const [path, source] of before) writeFileSync(path, source);
  }
}
