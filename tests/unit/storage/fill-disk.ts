import { createDiskStorage } from "@/lib/platform/storage/disk";
import { StorageError } from "@/lib/platform/storage/storage";
import { filesBelow, madeUpStream } from "@/tests/support/files";

/** Run by full-disk.test.ts on a file system of 3 MB: receives 8 MB, then a small file, and prints how each went. */
const folder = process.argv[2] ?? "";
const storage = createDiskStorage({ root: folder, minFreeBytes: 0 });

async function receive(size: number): Promise<string> {
  try {
    await storage.receive("evidence", madeUpStream(size), { maxBytes: 1e9 });
    return "kept";
  } catch (error) {
    return error instanceof StorageError ? error.fault : String(error);
  }
}

const large = await receive(8_000_000);
const left = await filesBelow(folder);
console.log(JSON.stringify({ large, left, small: await receive(1000) }));
