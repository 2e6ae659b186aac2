export type PngFacts = {
  width: number;
  height: number;
  bits: number;
  colours: 1 | 3;
  palette: Uint8Array | null;
  /** The compressed picture data unchanged, or null if the file has to be decoded first. */
  data: readonly Uint8Array[] | null;
};

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Reads a PNG. Plain opaque files pass on their compressed data untouched; text chunks and other
 * metadata are left out. Gives null when the bytes are not a whole PNG.
 */
export function readPng(bytes: Uint8Array): PngFacts | null {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return null;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | null = null;
  let clear = false;
  let at = 8;
  while (at + 12 <= view.length) {
    const length = view.readUInt32BE(at);
    const kind = view.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > view.length) return null;
    const body = view.subarray(at + 8, at + 8 + length);
    if (kind === "IDAT") parts.push(body);
    else if (kind === "PLTE") palette = body;
    else if (kind === "tRNS") clear = true;
    else if (kind === "IEND") return facts(view, parts, palette, clear);
    at += 12 + length;
  }
  return null;
}

function facts(
  view: Buffer,
  parts: readonly Uint8Array[],
  palette: Uint8Array | null,
  clear: boolean,
): PngFacts | null {
  const width = view.readUInt32BE(16);
  const height = view.readUInt32BE(20);
  const bits = view[24] ?? 0;
  const colour = view[25] ?? 0;
  const interlaced = view[28] === 1;
  if (width === 0 || height === 0 || parts.length === 0) return null;
  const plain =
    !clear && !interlaced && bits <= 8 && (colour === 0 || colour === 2 || (colour === 3 && palette !== null));
  return {
    width,
    height,
    bits,
    colours: colour === 2 ? 3 : 1,
    palette: colour === 3 ? palette : null,
    data: plain ? parts : null,
  };
}
