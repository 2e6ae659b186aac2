import "server-only";

/**
 * The position of a file's signature: bytes `from` up to but not including `to` are its value and everything else is
 * signed.
 */
export type FoundSignature = { from: number; to: number; cms: Buffer };

const written = /\/ByteRange \[0 (\d{1,15}) (\d{1,15}) (\d{1,15})\] *\/Contents (?=<)/g;

/**
 * Finds the signature as `writeDocument` writes it: in the last object of the file, over all of the file but itself.
 * @param tail the last bytes of the file, and `size` that of all of it
 * @returns `added` when there is one that ends before the file does, `unsigned` when there is none
 */
export function findSignature(tail: Buffer, size: number): FoundSignature | "added" | "unsigned" {
  const text = tail.toString("latin1");
  let outcome: "added" | "unsigned" = "unsigned";
  for (const match of text.matchAll(written)) {
    const [from = 0, to = 0, rest = 0] = match.slice(1).map(Number);
    const open = match.index + match[0].length;
    if (from !== size - tail.length + open) continue;
    const cms = valueIn(text.slice(open, open + to - from));
    if (cms && to + rest === size) return { from, to, cms };
    if (to + rest < size) outcome = "added";
  }
  return outcome;
}

/** Lower-case hex between < and >, followed by the DER padded with zeros. */
function valueIn(shown: string): Buffer | null {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(shown)) return null;
  const all = Buffer.from(shown.slice(1, -1), "hex");
  const length = all[0] === 0x30 && all[1] === 0x82 ? all.readUInt16BE(2) + 4 : all.length;
  const isPadded = all.subarray(length).every((byte) => byte === 0);
  return isPadded && length <= all.length ? all.subarray(0, length) : null;
}
