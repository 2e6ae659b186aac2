import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { createSealedFiles } from "@/lib/platform/storage/sealed-files";
import { type ResumeOptions, StorageError } from "@/lib/platform/storage/storage";
import { filesBelow, madeUpStream } from "@/tests/support/files";

/**
 * Run by full-disk.test.ts on a file system of 3 MB: receives 8 MB twice, a small file, then 8 MB with ever more room;
 * prints how each went.
 */
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
const small = await receive(1000);

/** Filled beforehand so far that the room ends after another number of bytes each time: in the header, a segment, a tag. */
const points: string[] = [];
for (let point = 0; point < 20; point += 1) {
  const ballast = join(folder, "ballast");
  const kept = (await filesBelow(folder)).length;
  await writeFile(ballast, Buffer.alloc(Math.max(0, 2_700_000 - point * 130_000))).catch(() => undefined);
  const message = await receive(8_000_000 + point);
  await rm(ballast, { force: true });
  points.push(`${message}, ${(await filesBelow(folder)).length - kept} left`);
}
console.log(JSON.stringify({ large, left, named, held, again, started, small, points, after: await receive(1000) }));
