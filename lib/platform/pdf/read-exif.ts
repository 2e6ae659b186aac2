const types: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 9: 4, 10: 8 };
const folders = new Set([0x8769, 0x8825, 0xa005]);
const gpsFolder = 0x8825;
const userComment = 0x9286;
/** XPTitle, XPComment, XPAuthor, XPKeywords, XPSubject: two bytes a letter. */
const wide = (tag: number) => tag >= 0x9c9b && tag <= 0x9c9f;

/** A picture that says where it was taken; the place itself is given too. */
export const gpsMark = "GPS position";

/** The texts of EXIF data (a TIFF without a picture), and whether it says where it was taken. */
export function readExif(bytes: Buffer): string[] {
  if (bytes.length < 8) return [];
  const little = bytes[0] === 0x49;
  const u16 = (at: number) => (at + 2 > bytes.length ? 0 : little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const found: string[] = [];
  const seen = new Set<number>();
  const folder = (at: number, isGps: boolean): void => {
    if (at === 0 || seen.has(at) || seen.size > 20 || at + 2 > bytes.length) return;
    seen.add(at);
    const count = Math.min(u16(at), 1000);
    if (isGps && count > 1) found.push(gpsMark);
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      const tag = u16(entry);
      const type = u16(entry + 2);
      const amount = u32(entry + 4);
      if (folders.has(tag)) folder(u32(entry + 8), tag === gpsFolder);
      else {
        const length = amount * (types[type] ?? 0);
        const from = length <= 4 ? entry + 8 : u32(entry + 8);
        const message =
          length > 1 && length < 1 << 20 ? textOf(tag, type, bytes.subarray(from, from + length), little) : "";
        if (message) found.push(message);
      }
    }
    folder(u32(at + 2 + count * 12), false);
  };
  folder(u32(4), false);
  return found;
}

function textOf(tag: number, type: number, data: Buffer, little: boolean): string {
  if (wide(tag)) return data.toString("utf16le").replaceAll("\0", "");
  if (tag === userComment) return comment(data, little);
  if (type === 2) return clean(data);
  return type === 7 || type === 1 ? printableRuns(data) : "";
}

function comment(data: Buffer, little: boolean): string {
  const code = data.subarray(0, 8).toString("latin1");
  const rest = data.subarray(8);
  if (!code.startsWith("UNICODE"))
    return `${clean(rest)} ${code.startsWith("ASCII") ? "" : printableRuns(data)}`.trim();
  // Cameras disagree on the order of bytes here, so both are read.
  const even = rest.subarray(0, rest.length & ~1);
  const other = Buffer.from(even).swap16();
  return [little ? even : other, little ? other : even]
    .map((bytes) => bytes.toString("utf16le").replaceAll("\0", ""))
    .join("\n");
}

function clean(data: Buffer): string {
  const text = data.toString("utf8");
  return (text.includes("\uFFFD") ? data.toString("latin1") : text).replaceAll("\0", " ").trim();
}

/** What reads as text among other bytes: runs of five signs or more, in UTF-8 or of two bytes each. */
export function printableRuns(data: Buffer): string {
  const signs = data.toString("latin1");
  const narrow = signs.match(/(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]){5,}/g) ?? [];
  const double = signs.match(/(?:[\x20-\x7e]\0){5,}/g) ?? [];
  return [
    Buffer.from(narrow.join("\n"), "latin1").toString("utf8"),
    ...double.map((run) => run.replaceAll("\0", "")),
  ].join("\n");
}
