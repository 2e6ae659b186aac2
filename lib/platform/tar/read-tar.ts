import "server-only";

const block = 512;

/**
 * One file of a tar. Its bytes must be read to their end, or the whole read abandoned, before the next is requested.
 */
export type TarEntry = { path: string; size: number; body: AsyncGenerator<Buffer> };

/** What makes an archive one that `tarHeader` did not write. */
export class TarBroken extends Error {
  constructor() {
    super("The archive is damaged or not whole.");
    this.name = "TarBroken";
  }
}

/** The plain files of a tar, in their order and in constant memory. @throws TarBroken */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const pieces = pieceReader(source);
  for (;;) {
    const header = await pieces.exactly(block);
    if (header.every((byte) => byte === 0)) break;
    const { path, size } = readHeader(header);
    yield { path, size, body: pieces.upTo(size) };
    await pieces.skip((block - (size % block)) % block);
  }
  await pieces.rest();
}

function readHeader(header: Buffer): { path: string; size: number } {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (Number.parseInt(text(header, 148, 8), 8) !== sum || header[156] !== 0x30) throw new TarBroken();
  const prefix = text(header, 345, 155);
  const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(header, 124, 12), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new TarBroken();
  return { path: `${prefix}${prefix ? "/" : ""}${text(header, 0, 100)}`, size };
}

const text = (header: Buffer, start: number, length: number): string =>
  header
    .subarray(start, start + length)
    .toString("latin1")
    .replace(/\0.*$/s, "");

function pieceReader(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  let kept: Buffer = Buffer.alloc(0);
  async function next(most: number): Promise<Buffer> {
    while (kept.length === 0) {
      const { value, done } = await iterator.next();
      if (done) throw new TarBroken();
      kept = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    const taken = kept.subarray(0, most);
    kept = kept.subarray(taken.length);
    return taken;
  }
  async function* upTo(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      const piece = await next(left);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    upTo,
    exactly: async (size: number): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for await (const part of upTo(size)) parts.push(part);
      return Buffer.concat(parts);
    },
    skip: async (size: number): Promise<void> => {
      for await (const _ of upTo(size));
    },
    /** To the very end: only there does the seal around the archive say that nothing was cut off. */
    rest: async (): Promise<void> => {
      for (let done = false; !done; ) done = (await iterator.next()).done === true;
    },
  };
}
