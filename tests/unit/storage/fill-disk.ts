import { join } from "node:path";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { createSealedFiles } from "@/lib/platform/storage/sealed-files";
import { type ResumeOptions, StorageError } from "@/lib/platform/storage/storage";
import { filesBelow, madeUpStream } from "@/tests/support/files";

/** Run by full-disk.test.ts on a file system of 3 MB: receives 8 MB twice, then a small file; prints how each went. */
const folder = process.argv[2] ?? "";
const places = {
  store: createDiskStore({ root: join(folder, "sealed") }),
  parts: join(folder, "parts"),
  minFreeBytes: 0,
};
const files = createSealedFiles(places, { orgId: "org", keyId: "key", key: Buffer.alloc(32, 7) });

async function receive(size: number, options: ResumeOptions = {}): Promise<string> {
  try {
    await files.receive(madeUpStream(size), { maxBytes: 1e9, ...options });
    return "kept";
  } catch (error) {
    return error instanceof StorageError ? `${error.fault}: ${error.message}` : String(error);
  }
}

const large = await receive(8_000_000);
const left = await filesBelow(folder);
const named = await receive(8_000_000, { part: "upload", offset: 0 });
const held = await files.held("upload");
const again = await receive(8_000_000 - held, { part: "upload", offset: held });
const started = await receive(1000, { part: "upload" });
console.log(JSON.stringify({ large, left, named, held, again, started, small: await receive(1000) }));
