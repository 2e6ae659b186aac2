import "server-only";
import {
  fileKey,
  free,
  headerBytes,
  openSegment,
  plainSize,
  readHeader,
  SealBroken,
  type SealKey,
  sealedSegmentBytes,
  segmentBytes,
  segmentCount,
} from "./format";

/** Where sealed bytes come from: their size, and a stream of any stretch of them (`end` is exclusive). */
export type SealedSource = {
  size: number;
  read: (start: number, end: number) => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
};

/**
 * The plain bytes from `start` to `end` (exclusive), one segment in memory at a time. Each segment is checked before
 * any byte of it is given out. @throws SealBroken, also in the middle: what was given out before was whole
 */
export async function* openRange(
  seal: SealKey,
  source: SealedSource,
  start = 0,
  end = plainSize(source.size),
): AsyncGenerator<Buffer> {
  const size = plainSize(source.size);
  const last = segmentCount(size) - 1;
  const first = Math.min(Math.floor(start / segmentBytes), last);
  const final = end <= start ? first : Math.floor((end - 1) / segmentBytes);
  const to = Math.min(source.size, headerBytes + (final + 1) * sealedSegmentBytes);
  const pieces = await inPieces(source, first * sealedSegmentBytes, to);
  try {
    const header = readHeader((await pieces.next()).value ?? new Uint8Array(0));
    const key = fileKey(seal, header);
    let index = first;
    for await (const sealed of pieces) {
      const plain = openSegment(key, header, index, index === last, sealed);
      const offset = index * segmentBytes;
      const wanted = plain.subarray(Math.max(0, start - offset), Math.min(plain.length, end - offset));
      if (wanted.length > 0) yield wanted;
      index += 1;
    }
    if (index !== final + 1) throw new SealBroken("length");
  } finally {
    await pieces.return(undefined);
  }
}

/** The header, then the segments that follow it after `skipped` bytes: in one read if they are adjacent. */
async function inPieces({ size, read }: SealedSource, skipped: number, to: number) {
  if (skipped === 0) return cutUp(await read(0, to), { total: to, front: headerBytes });
  const header = await collect(await read(0, Math.min(headerBytes, size)), headerBytes);
  const from = headerBytes + skipped;
  return inOrder(header, cutUp(await read(from, to), { total: to - from }));
}

async function* inOrder(header: Buffer, segments: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  yield header;
  yield* segments;
}

/**
 * The first `segments` of a file that is not finished, none of which is its last. `body` is what follows the header.
 * @throws SealBroken, also in the middle
 */
export async function* openUnfinished(
  seal: SealKey,
  header: Uint8Array,
  body: AsyncIterable<Uint8Array>,
  segments: number,
): AsyncGenerator<Buffer> {
  const read = readHeader(header);
  const key = fileKey(seal, read);
  let index = 0;
  for await (const sealed of cutUp(body, {})) {
    if (index === segments) return;
    yield openSegment(key, read, index, false, sealed);
    index += 1;
  }
  if (index < segments) throw new SealBroken("length");
}

/**
 * Splits `total` bytes into pieces of one encrypted segment, the last one shorter, preceded by one of `front` bytes.
 * One buffer serves for all pieces that come in several chunks: a piece is used before the next is requested.
 */
async function* cutUp(
  chunks: AsyncIterable<Uint8Array>,
  { total = Number.POSITIVE_INFINITY, front = 0 },
): AsyncGenerator<Buffer, undefined> {
  let held: Buffer | null = null;
  let filled = 0;
  let left = total;
  let length = front || Math.min(sealedSegmentBytes, left);
  try {
    for await (const chunk of chunks) {
      for (let taken = 0; taken < chunk.byteLength && length > 0; ) {
        const part = chunk.subarray(taken, taken + length - filled);
        taken += part.byteLength;
        if (part.byteLength === length) yield Buffer.from(part.buffer, part.byteOffset, length);
        else {
          held ??= Buffer.allocUnsafeSlow(Math.min(sealedSegmentBytes, Math.max(length, left)));
          held.set(part, filled);
          filled += part.byteLength;
          if (filled < length) continue;
          yield held.subarray(0, length);
          filled = 0;
        }
        left -= length;
        length = Math.min(sealedSegmentBytes, left);
      }
    }
    if (held && filled > 0) yield held.subarray(0, filled);
  } finally {
    if (held) free(held);
  }
}

/** The first bytes, copied: when the source is let go of, somebody else reads into its buffer. */
async function collect(chunks: AsyncIterable<Uint8Array>, upTo: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(Buffer.from(chunk));
    size += chunk.byteLength;
    if (size >= upTo) break;
  }
  return Buffer.concat(parts);
}
