import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { archiveEnd, centralHeader, dataDescriptor, localHeader, type ZipEntry } from "./zip-records";

/** `size` in bytes where it is known before; a file that may be 4 GB or more has to say it. */
export type ZipPiece = { name: string; size?: number; open: () => AsyncIterable<Uint8Array> };

/** A file that passed: its name, length in bytes and SHA-256 in hex. */
export type Passed = { name: string; size: number; sha256: string };

/**
 * A .zip without compression of files that are made one after another while it is written: none is held in memory, and
 * their number is not known in advance. `onPassed` is called for each when it is complete. @throws Error if an
 * announced size is wrong
 */
export async function* zipPieces(
  files: AsyncIterable<ZipPiece>,
  at: Date,
  onPassed: (file: Passed) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [];
  let offset = 0;
  for await (const file of files) {
    const entry: ZipEntry = { name: Buffer.from(file.name), size: file.size ?? 0, at, offset, crc: 0 };
    const head = localHeader(entry);
    yield head;
    const hash = createHash("sha256");
    let size = 0;
    for await (const piece of file.open()) {
      size += piece.byteLength;
      entry.crc = crc32(piece, entry.crc);
      hash.update(piece);
      yield piece;
    }
    if (size !== (file.size ?? size) || (file.size === undefined && size >= 0xffffffff)) {
      throw new Error("A file is not as long as was said.");
    }
    entry.size = size;
    const tail = dataDescriptor(entry);
    yield tail;
    entries.push(entry);
    offset += head.byteLength + size + tail.byteLength;
    onPassed({ name: file.name, size, sha256: hash.digest("hex") });
  }
  let listed = 0;
  for (const entry of entries) {
    const line = centralHeader(entry);
    listed += line.byteLength;
    yield line;
  }
  yield archiveEnd(entries.length, offset, listed);
}
