import { makeZip, predictLength } from "client-zip";

/** `size` in bytes, as `open` will give them: the length of the archive is told before a byte of it is read. */
export type ZipFile = { name: string; size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/**
 * A .zip without compression, made while it is read: one file is open at a time and none is held in memory. Beyond 4 GB
 * it is a zip64, as common programs read it. `at` is the time that each file carries. Cancelling closes what is open.
 */
export function zipStream(files: readonly ZipFile[], at: Date): { stream: ReadableStream<Uint8Array>; size: bigint } {
  const listed = files.map(({ name, size }) => ({ name, size: BigInt(size), lastModified: at }));
  return { stream: quietly(makeZip(entriesOf(files, at))), size: predictLength(listed) };
}

async function* entriesOf(files: readonly ZipFile[], at: Date) {
  for (const { name, size, open } of files) {
    const reader = (await open()).getReader();
    try {
      yield { name, size: BigInt(size), lastModified: at, input: chunksOf(reader) };
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
}

/** The reader stays ours, so that it can be closed when the archive is broken off in the middle of a file. */
async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The package answers a cancelling with an error of its own; whoever breaks off a download does not want to hear it. */
function quietly(zip: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = zip.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
