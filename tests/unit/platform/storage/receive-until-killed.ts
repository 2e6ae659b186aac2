import { join } from "node:path";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { createSealedFiles } from "@/lib/platform/storage/sealed-files";
import { contentOf, nameOf } from "@/tests/unit/platform/storage/killed-content";

/**
 * Run by kill.test.ts, which kills it: receives the files from `first` to before `end` and prints a line for each that
 * is kept.
 */
const [folder = "", first = "0", end = "100"] = process.argv.slice(2);
const places = {
  store: createDiskStore({ root: join(folder, "sealed") }),
  parts: join(folder, "parts"),
  minFreeBytes: 0,
};
const files = createSealedFiles(places, { orgId: "org", keyId: "key", key: Buffer.alloc(32, 7) });

for (let index = Number(first); index < Number(end); index += 1) {
  const part = nameOf(index);
  const offset = await files.held(part);
  const content = contentOf(index);
  const source = inChunks(content.subarray(offset));
  const options = { maxBytes: 1e9, expectedSize: content.length, part, offset };
  const { fileId, sha256 } = await files.receive(source, options);
  process.stdout.write(`${JSON.stringify({ index, fileId, sha256, offset })}\n`);
}

/** Slow enough that a kill meets files that are half there. */
async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 300_000) {
    yield bytes.subarray(at, at + 300_000);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
