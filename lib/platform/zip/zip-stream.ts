import { crc32 } from "node:zlib";
import { archiveEnd, centralHeader, dataDescriptor, localHeader, type ZipEntry } from "./zip-records";

/**
 * `size` in bytes, exactly as `open` will return: the length of the archive is announced before a byte of it is read.
 */
export type ZipFile = { name: string; size: number; open: () => Promise<ReadableStream<Uint8Array>> };

type Source = ReadableStreamDefaultReader<Uint8Array>;

/**
 * A .zip without compression, made while it is read: one file is open at a time and none is held in memory. Beyond 4 GB
 * it is a zip64, as common programs read it. `at` is the time of each file, in UTC: the same files give the same bytes.
 * Cancelling closes what is open; the stream fails if a file is not as long as announced.
 */
export function zipStream(files: readonly ZipFile[], at: Date): { stream: ReadableStream<Uint8Array>; size: bigint } {
  const entries = placed(files, at);
  let current: Source | null = null;
  const pieces = piecesOf(files, entries, (source) => {
    current = source;
  });
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        await current?.cancel(reason).catch(() => undefined);
        await pieces.return(undefined).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, size: BigInt(endOfFiles(entries) + ending(entries).byteLength) };
}

/** Each file with the place where it begins. */
function placed(files: readonly ZipFile[], at: Date): ZipEntry[] {
  let offset = 0;
  return files.map(({ name, size }) => {
    const entry = { name: Buffer.from(name), size, at, offset, crc: 0 };
    offset += lengthOf(entry);
    return entry;
  });
}

const lengthOf = (entry: ZipEntry) => localHeader(entry).byteLength + entry.size + dataDescriptor(entry).byteLength;

function endOfFiles(entries: readonly ZipEntry[]): number {
  const last = entries.at(-1);
  return last ? last.offset + lengthOf(last) : 0;
}

function ending(entries: readonly ZipEntry[]): Uint8Array {
  const listed = Buffer.concat(entries.map(centralHeader));
  return Buffer.concat([listed, archiveEnd(entries.length, endOfFiles(entries), listed.byteLength)]);
}

async function* piecesOf(
  files: readonly ZipFile[],
  entries: readonly ZipEntry[],
  onOpen: (source: Source | null) => void,
): AsyncGenerator<Uint8Array, undefined> {
  for (const [i, file] of files.entries()) {
    const entry = entries[i];
    if (!entry) continue;
    yield localHeader(entry);
    const source = (await file.open()).getReader();
    onOpen(source);
    try {
      yield* contentOf(source, entry);
    } finally {
      onOpen(null);
      await source.cancel().catch(() => undefined);
    }
    yield dataDescriptor(entry);
  }
  yield ending(entries);
}

/** The bytes of one file unchanged; its checksum is known when they have passed. */
async function* contentOf(source: Source, entry: ZipEntry): AsyncGenerator<Uint8Array, undefined> {
  let given = 0;
  for (let next = await source.read(); !next.done; next = await source.read()) {
    given += next.value.byteLength;
    if (given > entry.size) break;
    entry.crc = crc32(next.value, entry.crc);
    yield next.value;
  }
  if (given !== entry.size) throw new Error("A file is not as long as was said.");
}
