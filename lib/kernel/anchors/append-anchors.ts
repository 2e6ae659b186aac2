import "server-only";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { addHours } from "@/lib/platform/time/clock";
import { anchorPublicKey, anchorsFile, publicKeyFile } from "./access";
import { anchorKey } from "./rules";
import type { AnchorLine } from "./types";

/** If the bucket supports it, an anchor is locked for this long: nobody can remove or replace it. */
const lockDays = 365;

/**
 * Appends lines and returns only when they are durable; with a bucket, also an object for each. Repeating is harmless.
 * @param where `local`: only the file, which is on our own disk, for a command that waits for it
 */
export async function appendAnchors(lines: readonly AnchorLine[], where: "all" | "local" = "all"): Promise<void> {
  if (lines.length === 0) return;
  await addToFile(lines);
  if (where === "all" && env().S3_BUCKET) for (const line of lines) await keepObject(line);
}

async function addToFile(lines: readonly AnchorLine[]): Promise<void> {
  const file = anchorsFile();
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
  // For verifiers without our keys. Our own verifier derives the key and trusts no file.
  if (!existsSync(publicKeyFile())) await writeFile(publicKeyFile(), anchorPublicKey(), { mode: 0o644 });
}

async function keepObject(line: AnchorLine): Promise<void> {
  const { store } = filePlaces();
  const key = anchorKey(line);
  if (await store.stat(key)) return;
  const part = join(tmpdir(), `anchor-${randomUUID()}`);
  await writeFile(part, JSON.stringify(line), { mode: 0o600 });
  await store.keep(key, part, { lockUntil: addHours(new Date(line.madeAt), lockDays * 24) });
}
