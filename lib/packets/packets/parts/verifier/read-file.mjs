import { Sha256 } from "./sha256.mjs";

const SLICE = 2 * 1024 * 1024;
const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
const LONGEST_RANGE = 160;

/** A turn for the screen, so that the page can be read and used meanwhile. */
const breathe = () => new Promise((done) => setTimeout(done));

/** The bytes of a file from one place to another, slice by slice: a large file is never whole in memory. */
export async function* slices(file, from = 0, to = file.size) {
  for (let at = from; at < to; at += SLICE) {
    yield { at, bytes: new Uint8Array(await file.slice(at, Math.min(at + SLICE, to)).arrayBuffer()) };
    await breathe();
  }
}

/**
 * Reads a file once. `stretches`: pages of a PDF as bytes `from` up to but not including `to`, in order. Returns its
 * SHA-256, that of each page range, and the ranges that its signatures claim to cover.
 * @param {Blob} file
 * @param {{ stretches?: { page: number, from: number, to: number, sha256: string }[], onBytes?: (bytes: number) => void
 * }} options
 */
export async function readFile(file, { stretches = [], onBytes = () => {} } = {}) {
  const whole = new Sha256();
  const pages = stretches.map((stretch) => ({ ...stretch, hash: new Sha256() }));
  /** @type {number[][]} */
  const ranges = [];
  let tail = "";
  for await (const { at, bytes } of slices(file)) {
    whole.update(bytes);
    for (const { from, to, hash } of pages) {
      if (to > at && from < at + bytes.length) hash.update(bytes.subarray(Math.max(0, from - at), to - at));
    }
    if (stretches.length > 0) {
      const text = tail + new TextDecoder("latin1").decode(bytes);
      for (const match of text.matchAll(RANGE)) ranges.push(match.slice(1).map(Number));
      tail = text.slice(-LONGEST_RANGE);
    }
    onBytes(bytes.length);
  }
  return {
    sha256: whole.hex(),
    pages: pages.map(({ page, sha256, hash }) => ({ page, same: hash.hex() === sha256 })),
    ranges,
  };
}

/** The range that is a signature of this very file: its gap contains `<...>`. Null if there is none. */
export async function signedRange(file, ranges) {
  const real = [];
  for (const range of ranges) {
    const [start, first, second] = range;
    if (start !== 0 || first >= second || second > file.size) continue;
    const ends = await Promise.all([first, second - 1].map((at) => file.slice(at, at + 1).text()));
    if (ends.join("") === "<>") real.push(range);
  }
  return real.sort((a, b) => b[2] + b[3] - a[2] - a[3])[0] ?? null;
}

/** The SHA-256 of the bytes that a PDF signature covers, and the signature itself. */
export async function signedParts(file, [, first, second, rest]) {
  const hash = new Sha256();
  for await (const { bytes } of slices(file, 0, first)) hash.update(bytes);
  for await (const { bytes } of slices(file, second, Math.min(second + rest, file.size))) hash.update(bytes);
  const hex = (await file.slice(first + 1, second - 1).text()).replace(/[^0-9a-f]/gi, "");
  const cms = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return { sha256: hash.hex(), cms };
}
