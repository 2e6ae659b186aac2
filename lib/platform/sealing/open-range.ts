import "server-only";
import {
  fileKey,
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
  const header = readHeader(await collect(await source.read(0, Math.min(headerBytes, source.size)), headerBytes));
  const key = fileKey(seal, header);
  const last = segmentCount(size) - 1;
  const first = Math.min(Math.floor(start / segmentBytes), last);
  const final = end <= start ? first : Math.floor((end - 1) / segmentBytes);
  const from = headerBytes + first * sealedSegmentBytes;
  const to = Math.min(source.size, headerBytes + (final + 1) * sealedSegmentBytes);
  let index = first;
  for await (const sealed of inSegments(await source.read(from, to))) {
    const plain = openSegment(key, header, index, index === last, sealed);
    const offset = index * segmentBytes;
    const wanted = plain.subarray(Math.max(0, start - offset), Math.min(plain.length, end - offset));
    if (wanted.length > 0) yield wanted;
    index += 1;
  }
  if (index !== final + 1) throw new SealBroken("length");
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
  for await (const sealed of inSegments(body)) {
    if (index === segments) return;
    yield openSegment(key, read, index, false, sealed);
    index += 1;
  }
  if (index < segments) throw new SealBroken("length");
}

/** One buffer serves for all: a segment is opened before the next is asked for. */
async function* inSegments(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const held = Buffer.allocUnsafe(sealedSegmentBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let taken = 0; taken < chunk.byteLength; ) {
      const part = chunk.subarray(taken, taken + sealedSegmentBytes - filled);
      held.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
      if (filled === sealedSegmentBytes) {
        yield held;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}

async function collect(chunks: AsyncIterable<Uint8Array>, upTo: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.byteLength;
    if (size >= upTo) break;
  }
  return Buffer.concat(parts);
}
