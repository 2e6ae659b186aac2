import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for one test; the caller removes it with `remove`. */
export async function scratchFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "crossdocket-test-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Every file below a folder, as paths relative to it, sorted. */
export async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

let taken = 1_000_000;

/** Bytes that nothing else in this process has: two files that are alike are one exhibit. */
export function freshBytes(size: number): Uint8Array {
  taken += 1;
  return seededBytes(size, taken);
}

/** Reproducible bytes: the same seed gives the same file on every machine (mulberry32). */
export function seededBytes(size: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const next = seededNumbers(seed);
  for (let index = 0; index < size; index += 1) bytes[index] = Math.floor(next() * 256);
  return bytes;
}

/** Reproducible numbers in [0, 1). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A web stream of the bytes, cut into chunks of the given sizes (the last size repeats). */
export function webStreamOf(bytes: Uint8Array, chunkSizes: readonly number[] = [65_536]): ReadableStream<Uint8Array> {
  let offset = 0;
  let index = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.byteLength) return controller.close();
      const size = Math.max(1, chunkSizes[Math.min(index, chunkSizes.length - 1)] ?? 1);
      controller.enqueue(bytes.subarray(offset, offset + size));
      offset += size;
      index += 1;
    },
  });
}

/** A stream of `size` bytes that are one chunk again and again, so that the test itself holds almost none of them. */
export function madeUpStream(size: number, chunkSize = 65_536): ReadableStream<Uint8Array> {
  const chunk = seededBytes(chunkSize, size);
  let left = size;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close();
      controller.enqueue(chunk.subarray(0, Math.min(left, chunkSize)));
      left -= Math.min(left, chunkSize);
    },
  });
}

/** Everything a web stream gives. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer());
}
