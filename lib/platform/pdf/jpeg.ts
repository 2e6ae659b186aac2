export type JpegFacts = {
  width: number;
  height: number;
  components: 1 | 3 | 4;
  orientation: number;
  /** Four-colour values are stored the wrong way round, as makers that write the Adobe segment do. */
  inverted: boolean;
  /** What goes into the file: parts of the bytes that were read, in order. */
  parts: readonly Uint8Array[];
};

const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const SOS = 0xda;

/**
 * Reads a JPEG's facts and leaves out what could betray a person: EXIF, XMP, IPTC, comments and
 * thumbnails. The picture data are passed on untouched; the EXIF orientation is reported.
 * Gives null when the bytes are not a JPEG that a reader could show.
 */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const keep: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: { width: number; height: number; components: number } | null = null;
  let orientation = 1;
  let adobe = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = u16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const segment = bytes.subarray(at, at + 2 + length);
    if (marker === SOS) return finish(frame, { orientation, inverted: adobe }, keep, bytes.subarray(at));
    if (FRAMES.has(marker)) {
      frame = { height: u16(segment, 5), width: u16(segment, 7), components: segment[9] ?? 0 };
    } else if (marker === 0xe1) orientation = exifOrientation(segment) ?? orientation;
    if (marker === 0xee) adobe = true;
    const kept = keptOf(marker, segment);
    if (kept) keep.push(kept);
    at += segment.length;
  }
  return null;
}

/**
 * What is kept of a segment that is not picture data. JFIF without its thumbnail, a colour profile and a colour
 * transform define how to show the picture; every other APP segment and every comment is removed.
 */
function keptOf(marker: number, segment: Uint8Array): Uint8Array | null {
  if (marker === 0xfe) return null;
  if (marker < 0xe0 || marker > 0xef) return segment;
  if (marker === 0xe0 && named(segment, "JFIF\0")) return withoutThumbnail(segment);
  if (marker === 0xe2 && named(segment, "ICC_PROFILE\0")) return segment;
  return marker === 0xee && named(segment, "Adobe") ? segment : null;
}

function named(segment: Uint8Array, name: string): boolean {
  return [...name].every((char, i) => segment[4 + i] === char.charCodeAt(0));
}

function withoutThumbnail(segment: Uint8Array): Uint8Array | null {
  if (segment.length < 18) return null;
  if (segment.length === 18) return segment;
  const plain = Uint8Array.from(segment.subarray(0, 18));
  plain.set([0, 16], 2);
  plain.set([0, 0], 16);
  return plain;
}

function finish(
  frame: { width: number; height: number; components: number } | null,
  how: Pick<JpegFacts, "orientation" | "inverted">,
  keep: readonly Uint8Array[],
  scan: Uint8Array,
): JpegFacts | null {
  if (!frame || frame.width === 0 || frame.height === 0) return null;
  const { components } = frame;
  if (components !== 1 && components !== 3 && components !== 4) return null;
  const scans = scansOf(scan);
  if (scans === null) return null;
  const parts = [...keep, ...scans];
  return { width: frame.width, height: frame.height, components, ...how, parts };
}

/**
 * The picture data from the first scan to the end of the image. What is glued on behind it (a second image, a film) is
 * left out, and so is a comment between two scans. Null: cut off.
 */
function scansOf(scan: Uint8Array): Uint8Array[] | null {
  const bytes = Buffer.from(scan.buffer, scan.byteOffset, scan.length);
  const parts: Uint8Array[] = [];
  let from = 0;
  let at = 0;
  for (;;) {
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === 0xd9) return [...parts, bytes.subarray(from, at + 2)];
    let next = at + 2;
    if (marker === 0xff) next = at + 1;
    else if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) {
      next += u16(bytes, at + 2);
      const kept = keptOf(marker, bytes.subarray(at, next));
      if (!kept) {
        parts.push(bytes.subarray(from, at));
        from = next;
      }
    }
    at = bytes.indexOf(0xff, next);
    if (at === -1) return null;
  }
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function exifOrientation(segment: Uint8Array): number | null {
  const view = Buffer.from(segment.buffer, segment.byteOffset, segment.length);
  if (view.toString("latin1", 4, 10) !== "Exif\0\0" || view.length < 20) return null;
  const tiff = view.subarray(10);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const read16 = (at: number) => (at + 2 <= tiff.length ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0);
  const read32 = (at: number) => (at + 4 <= tiff.length ? (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0);
  const directory = read32(4);
  for (let i = 0; i < Math.min(read16(directory), 64); i++) {
    const entry = directory + 2 + i * 12;
    if (read16(entry) !== 0x0112) continue;
    const value = read16(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
