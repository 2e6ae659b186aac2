import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/platform/env";

/** Where a sealed file lies on the disk. */
export function sealedPath(fileId: string): string {
  const root = join(env().DATA_DIR, "files");
  const found = readdirSync(root, { recursive: true }).map(String);
  const path = found.find((value) => value.endsWith(fileId));
  if (!path) throw new Error(`No sealed file ${fileId}.`);
  return join(root, path);
}

/** Changes one byte of a sealed file; called again with the same place, it puts it back. */
export function flipByte(fileId: string, at: number): void {
  const path = sealedPath(fileId);
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  writeFileSync(path, bytes);
}
