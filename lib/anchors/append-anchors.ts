import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { anchorKey } from "./rules";
import { anchorsFile } from "./scope";
import type { AnchorLine } from "./types";

/** Adds lines and returns only when they are durable; with a bucket, also an object for each. A repeat does no harm. */
export async function appendAnchors(lines: readonly AnchorLine[]): Promise<void> {
  if (lines.length === 0) return;
  const file = anchorsFile();
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (env().S3_BUCKET) for (const line of lines) await keepObject(line);
}

async function keepObject(line: AnchorLine): Promise<void> {
  const { store } = filePlaces();
  const key = anchorKey(line);
  if (await store.stat(key)) return;
  const part = join(tmpdir(), `anchor-${randomUUID()}`);
  await writeFile(part, JSON.stringify(line), { mode: 0o600 });
  await store.keep(key, part);
}
