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
    if (!isPrivate(marker)) keep.push(segment);
    at += segment.length;
  }
  return null;
}

/** APP0 (JFIF), APP2 (colour profile) and APP14 (colour transform) tell how to show the picture; the rest do not. */
function isPrivate(marker: number): boolean {
  const application = marker >= 0xe0 && marker <= 0xef;
  return marker === 0xfe || (application && marker !== 0xe0 && marker !== 0xe2 && marker !== 0xee);
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
  const end = endOfImage(scan);
  if (end === null) return null;
  const parts = [...keep, scan.subarray(0, end)];
  return { width: frame.width, height: frame.height, components, ...how, parts };
}

/** Where the picture ends: what is glued on behind it (a second image, a film) is left out. Null: cut off. */
function endOfImage(scan: Uint8Array): number | null {
  for (let i = 2; i + 1 < scan.length; i++) {
    if (scan[i] === 0xff && scan[i + 1] === 0xd9) return i + 2;
  }
  return null;
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
