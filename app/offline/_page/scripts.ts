import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (name: string): string => readFileSync(join(process.cwd(), "app/offline/_device", name), "utf8");

/** One script of two files: what they say to each other goes. */
const plain = (source: string): string => source.replaceAll(/^import [^;]*;\n/gm, "").replaceAll(/^export /gm, "");

const joined = (name: string): string => `"use strict";\n${plain(read("store.mjs"))}\n${plain(read(name))}`;

/** In the page itself: offline nothing else is fetched. */
export const pageScript = joined("page.mjs");

/** By its hash, so that no other script runs. */
export const pageScriptHash = `'sha256-${createHash("sha256").update(pageScript).digest("base64")}'`;

/** Another page is another worker, so that a browser fetches both. */
export function workerScript(page: string): string {
  const version = createHash("sha256").update(page).digest("hex").slice(0, 16);
  return joined("worker.mjs").replace('"VERSION"', JSON.stringify(version));
}
