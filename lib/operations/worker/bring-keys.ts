import "server-only";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openKeyRing } from "@/lib/operations/backups/open-key-ring";
import { readIdentities } from "@/lib/operations/backups/rules";
import { BackupError } from "@/lib/operations/backups/types";

/** The script that opens a key ring into a folder of secrets: KEYS IDENTITY FOLDER. Prints the names that it wrote. */
async function bring([keys = "", identity = "", folder = ""]: string[]): Promise<number> {
  const ring = await openKeyRing(keys, readIdentities(readFileSync(identity, "utf8")));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, value] of Object.entries(ring)) requireFree(join(folder, name), value);
  for (const [name, value] of Object.entries(ring)) {
    const there = readOrNull(join(folder, name));
    if (there !== null) continue;
    writeFileSync(join(folder, name), `${value}\n`, { mode: 0o600, flag: "wx" });
    console.log(name);
  }
  return 0;
}

function requireFree(path: string, value: string): void {
  const there = readOrNull(path);
  if (there === null || there.trim() === value) return;
  throw new BackupError(
    "wrong_key_ring",
    `Another key lies at ${path} already. Restore into a data folder of its own.`,
  );
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

process.exitCode = await bring(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof BackupError || (error as { code?: string }).code === "ENOENT";
  console.error(known ? (error as Error).message : "The key ring cannot be opened.");
  return 2;
});
