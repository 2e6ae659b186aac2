import "server-only";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unpackWoff } from "@/lib/platform/pdf/woff";

let folder: string | undefined;
const unpacked = new Map<400 | 700, string>();

/**
 * The path of our own typeface as a TTF, for pictures that are drawn. The library that draws them reads no WOFF and,
 * without a word, takes a font of the machine instead: the pictures would differ from one machine to the next.
 */
export function unpackFace(weight: 400 | 700): string {
  const known = unpacked.get(weight);
  if (known) return known;
  folder ??= makeFolder();
  const file = join(folder, `noto-sans-${weight}.ttf`);
  const woff = fileURLToPath(new URL(`../../../assets/fonts/noto-sans/latin-${weight}.woff`, import.meta.url));
  writeFileSync(file, unpackWoff(readFileSync(woff)));
  unpacked.set(weight, file);
  return file;
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "crossdocket-face-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}
