import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeDir } from "@/lib/platform/storage/disk";
import { fullDiskAsFault } from "@/lib/platform/storage/part";
import type { Places } from "@/lib/platform/storage/sealed-files";
import { type ObjectStore, StorageError } from "@/lib/platform/storage/storage";

/**
 * Stores one encrypted file as it is in the archive. False if the same file is already there.
 * @throws StorageError disk_full | away; bad_key if another file has its key
 */
export async function keepSealed({ store, parts }: Places, key: string, body: AsyncIterable<Buffer>): Promise<boolean> {
  await makeDir(parts, parts);
  const part = join(parts, `restore-${randomUUID()}`);
  try {
    const sha256 = await fullDiskAsFault(() => write(part, body));
    if (await isThere(store, key, sha256)) return false;
    await store.keep(key, part);
    return true;
  } finally {
    await rm(part, { force: true });
  }
}

async function write(path: string, body: AsyncIterable<Buffer>): Promise<string> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
    return hash.digest("hex");
  } finally {
    await handle.close();
  }
}

async function isThere(store: ObjectStore, key: string, sha256: string): Promise<boolean> {
  const found = await store.stat(key);
  if (!found) return false;
  const hash = createHash("sha256");
  for await (const chunk of await store.read(key, 0, found.size)) hash.update(chunk);
  if (hash.digest("hex") === sha256) return true;
  throw new StorageError("bad_key", "Another file lies in the storage under the key of one in the backup.");
}
