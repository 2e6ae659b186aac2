import { makeZip, predictLength } from "client-zip";

/** `size` in bytes, as `open` will give them: the length of the archive is told before a byte of it is read. */
export type ZipFile = { name: string; size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/**
 * A .zip without compression, made while it is read: one file is open at a time and none is held in memory. Beyond 4 GB
 * it is a zip64, as common programs read it. `at` is the time that each file carries.
 */
export function zipStream(files: readonly ZipFile[], at: Date): { stream: ReadableStream<Uint8Array>; size: bigint } {
  const listed = files.map(({ name, size }) => ({ name, size: BigInt(size), lastModified: at }));
  return { stream: makeZip(entriesOf(files, at)), size: predictLength(listed) };
}

async function* entriesOf(files: readonly ZipFile[], at: Date) {
  for (const { name, size, open } of files) {
    yield { name, size: BigInt(size), lastModified: at, input: await open() };
  }
}
