import "server-only";
import { randomBytes } from "node:crypto";
import { fileKey, newHeaderSizes, type SealKey, sealSegment, segmentBytes, writeHeader } from "./format";

/**
 * Seals plain chunks as they come: header, then segments of 1 MiB. Holds one segment in memory, whatever the size.
 * `add` gives back what is ready to be written; `finish` the last segment, which is flagged as such.
 */
export function createSealer(seal: SealKey) {
  const header = { salt: randomBytes(newHeaderSizes.saltBytes), prefix: randomBytes(newHeaderSizes.prefixBytes) };
  const key = fileKey(seal, header);
  const filling = Buffer.allocUnsafe(segmentBytes);
  let filled = 0;
  let index = 0;

  function* add(chunk: Uint8Array): Generator<Buffer> {
    for (let taken = 0; taken < chunk.byteLength; ) {
      // A full segment waits until more comes: only then is it known not to be the last.
      if (filled === segmentBytes) yield next(false);
      const part = chunk.subarray(taken, taken + segmentBytes - filled);
      filling.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
    }
  }

  function next(last: boolean): Buffer {
    const sealed = sealSegment(key, header, index, last, filling.subarray(0, filled));
    index += 1;
    filled = 0;
    return sealed;
  }

  return { header: writeHeader(header), add, finish: () => next(true) };
}
