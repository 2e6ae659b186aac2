import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { readRing } from "./key-ring-text.ts";

/** "beside": whoever takes the data gets the key. "undecided": a first run, with the key only in memory. */
export type KeyPlace = "apart" | "sealed" | "beside" | "undecided";

type Known = { dataDir: string; root: string; KEK_FILE?: string | undefined; KEK_PLACE?: string | undefined };

/** @param known.root the id of the first key, as the process uses it, however it came by it */
export function keyPlaceOf({ dataDir, root, KEK_FILE, KEK_PLACE }: Known): KeyPlace {
  const folder = join(dataDir, "secrets");
  if (existsSync(join(folder, "kek.sealed"))) return "sealed";
  if (KEK_PLACE === "undecided") return "undecided";
  if (KEK_FILE && isInside(dataDir, KEK_FILE)) return "beside";
  return rootOf(join(folder, "kek")) === root ? "beside" : "apart";
}

const isInside = (folder: string, file: string): boolean => {
  const way = relative(resolve(folder), resolve(file));
  return way !== ".." && !way.startsWith(`..${sep}`);
};

function rootOf(path: string): string | null {
  try {
    return readRing(readFileSync(path, "utf8"))[0].id;
  } catch {
    return null;
  }
}
