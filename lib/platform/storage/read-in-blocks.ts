/** Reads bytes from `from` up to but not including `to`. */
export type ReadStretch = (from: number, to: number) => Promise<Uint8Array>;

const blockBytes = 1024 * 1024;
const kept = 8;

/**
 * A reader for many small stretches of a file that is sealed in segments of 1 MiB: whole blocks are read, and the last
 * few are kept, since the next stretch is mostly near the last.
 */
export function readInBlocks(size: number, read: ReadStretch): ReadStretch {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const keep = (no: number, block: Promise<Uint8Array>): void => {
    blocks.delete(no);
    blocks.set(no, block);
    for (const oldest of blocks.keys()) {
      if (blocks.size <= kept) break;
      blocks.delete(oldest);
    }
  };
  const fetch = (no: number): Promise<Uint8Array> => read(no * blockBytes, Math.min(size, (no + 1) * blockBytes));
  const blockAt = (no: number): Promise<Uint8Array> => {
    const known = blocks.get(no);
    const block = known ?? fetch(no);
    // A sequential reader will need the next block: prefetch it.
    if (blocks.has(no - 1) && !blocks.has(no + 1) && (no + 1) * blockBytes < size) {
      const ahead = fetch(no + 1);
      ahead.catch(() => undefined);
      keep(no + 1, ahead);
    }
    keep(no, block);
    return block;
  };
  return async (from, to) => {
    const end = Math.min(to, size);
    if (end <= from) return new Uint8Array(0);
    const first = Math.floor(from / blockBytes);
    const last = Math.floor((end - 1) / blockBytes);
    if (first === last) return (await blockAt(first)).subarray(from - first * blockBytes, end - first * blockBytes);
    // Longer than what is kept: it is read once and passed on.
    if (last - first >= kept) return read(from, end);
    const parts: Uint8Array[] = [];
    for (let no = first; no <= last; no += 1) {
      const start = no * blockBytes;
      parts.push((await blockAt(no)).subarray(Math.max(0, from - start), end - start));
    }
    return Buffer.concat(parts);
  };
}
