import "server-only";

const MAX_HEAD = 8 * 1024 * 1024;
const MAX_BODY = 64 * 1024 * 1024;
const LENGTHS = 8;

export type Frame = { head: unknown; body: Uint8Array };

/** A child broke the protocol: it is treated as dead. */
export class BadFrame extends Error {}

/**
 * Reads the frames of a child: length of head, length of body (32 bits each, big-endian), JSON, bytes. The next one is
 * read only on request, so the child waits for a slow consumer. @throws BadFrame over `maxBytes` in total, or
 * truncated.
 */
export async function* readFrames(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Frame> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let total = 0;
  let wanted = LENGTHS;
  for await (const chunk of stream) {
    held.push(chunk);
    heldBytes += chunk.byteLength;
    total += chunk.byteLength;
    if (total > maxBytes) throw new BadFrame("too much output");
    while (heldBytes >= wanted) {
      const joined = Buffer.concat(held);
      const size = frameSize(joined);
      if (joined.byteLength < size.all) {
        [held, wanted] = [[joined], size.all];
        break;
      }
      const rest = joined.subarray(size.all);
      [held, heldBytes, wanted] = [[rest], rest.byteLength, LENGTHS];
      yield parseFrame(joined, size);
    }
  }
  if (heldBytes > 0) throw new BadFrame("cut");
}

type FrameSize = { head: number; all: number };

function frameSize(bytes: Buffer): FrameSize {
  const head = bytes.readUInt32BE(0);
  const body = bytes.readUInt32BE(4);
  if (head > MAX_HEAD || body > MAX_BODY) throw new BadFrame("frame too large");
  return { head, all: LENGTHS + head + body };
}

function parseFrame(bytes: Buffer, { head, all }: FrameSize): Frame {
  try {
    const json: unknown = JSON.parse(bytes.toString("utf8", LENGTHS, LENGTHS + head));
    return { head: json, body: Uint8Array.from(bytes.subarray(LENGTHS + head, all)) };
  } catch (cause) {
    throw new BadFrame("not JSON", { cause });
  }
}
