import "server-only";
import { randomBytes } from "node:crypto";
import {
  fileKey,
  free,
  newHeaderSizes,
  readHeader,
  type SealKey,
  sealSegment,
  segmentBytes,
  tagBytes,
  writeHeader,
} from "./format";

/** The output of an earlier sealer: its header, and how many whole segments (none of them the last) follow it. */
export type Begun = { header: Uint8Array; segments: number };

/**
 * Encrypts plain chunks as they arrive: header, then segments of 1 MiB. Holds one segment in memory, whatever the size.
 * `add` returns what is ready to be written; `finish` the last segment, which is flagged as such; `pause` the full
 * segment that waits, for a source that stopped before its end. A result must be written before the next but one is
 * requested: two buffers alternate. `release` gives their memory back, when the last result is written.
 * @param begun continues after existing output. Only if no later segment was ever written: a nonce must be used once.
 * @param most plain bytes that may come at most, so that a small file takes little memory
 * @throws SealBroken if the existing header is not valid
 */
export function createSealer(seal: SealKey, begun?: Begun, most = segmentBytes) {
  const header = begun ? readHeader(begun.header) : newHeader();
  const key = fileKey(seal, header);
  const longest = Math.min(segmentBytes, most);
  const filling = Buffer.allocUnsafe(longest);
  // The second is made when a second segment comes, so that a file of one segment does without.
  const outs: [Buffer?, Buffer?] = [];
  let filled = 0;
  let index = begun?.segments ?? 0;

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
    const turn = index % 2 === 0 ? 0 : 1;
    const out = outs[turn] ?? Buffer.allocUnsafe(longest + tagBytes);
    outs[turn] = out;
    const sealed = sealSegment(key, header, { index, last }, filling.subarray(0, filled), out);
    index += 1;
    filled = 0;
    return sealed;
  }

  return {
    header: writeHeader(header),
    add,
    finish: () => next(true),
    pause: () => (filled === segmentBytes ? next(false) : null),
    release: () => {
      for (const bytes of [filling, ...outs]) if (bytes) free(bytes);
    },
  };
}

const newHeader = () => ({
  salt: randomBytes(newHeaderSizes.saltBytes),
  prefix: randomBytes(newHeaderSizes.prefixBytes),
});
