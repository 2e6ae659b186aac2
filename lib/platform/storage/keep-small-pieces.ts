import type { ReadStretch } from "./read-in-blocks";

/** A piece of a file, or its beginning. */
type Kept = { from: number; bytes: Buffer };

const longest = 64 * 1024;
const beginning = 4096;
const most = 16 * 1024 * 1024;

/**
 * Keeps what passes by of a file that is being written, except what is long in it (pictures, attachments), of which only
 * the beginning is kept. Whoever looks through the finished file has nearly all of it at hand, and need not open each of
 * its sealed segments again.
 */
export function keepSmallPieces() {
  const kept: Kept[] = [];
  let position = 0;
  let held = 0;

  /** Copied: whoever writes the piece may use its memory again. */
  function keep(piece: Uint8Array): void {
    const wanted = piece.length < longest ? piece : piece.subarray(0, beginning);
    if (held + wanted.length <= most) {
      kept.push({ from: position, bytes: Buffer.from(wanted) });
      held += wanted.length;
    }
    position += piece.length;
  }

  return {
    /** The same pieces, in order, with what their writer gives at the end. */
    async *passing<T>(pieces: AsyncGenerator<Uint8Array, T>): AsyncGenerator<Uint8Array, T> {
      for (;;) {
        const step = await pieces.next();
        if (step.done) return step.value;
        keep(step.value);
        yield step.value;
      }
    },
    /** @param otherwise reads a stretch of which a part was not kept */
    reader(otherwise: ReadStretch): ReadStretch {
      return async (from, to) => stretchOf(kept, from, Math.min(to, position)) ?? otherwise(from, to);
    },
  };
}

function stretchOf(kept: readonly Kept[], from: number, to: number): Buffer | null {
  if (to <= from) return Buffer.alloc(0);
  const parts: Buffer[] = [];
  let at = from;
  for (let i = lastBefore(kept, from); at < to; i += 1) {
    const piece = kept[i];
    if (!piece || at < piece.from || at >= piece.from + piece.bytes.length) return null;
    const part = piece.bytes.subarray(at - piece.from, to - piece.from);
    parts.push(part);
    at += part.length;
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

/** The index of the last piece that begins at `at` or before it. */
function lastBefore(kept: readonly Kept[], at: number): number {
  let low = 0;
  let high = kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((kept[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
