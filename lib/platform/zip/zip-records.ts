/**
 * One file of an archive. `offset`: where its local header begins. `crc`: CRC-32 of its bytes, once they have passed.
 * `whole`: its bytes were all there before, so its header says size and checksum and nothing follows the bytes.
 */
export type ZipEntry = { name: Uint8Array; size: number; at: Date; offset: number; crc: number; whole?: boolean };

const limit32 = 0xffffffff;
const limit16 = 0xffff;
/** The name is UTF-8; the sizes follow the bytes, where they were not known before. */
const flagsOf = ({ whole }: ZipEntry) => (whole ? 0x0800 : 0x0008 | 0x0800);
const stored = 0;
/** Written as a Unix system would, so that readers take the mode below: a plain file that its owner may write. */
const madeBy = 3 << 8;
const mode = (0o100644 << 16) >>> 0;

type Part = readonly [width: 2 | 4 | 8, value: number];

function record(parts: readonly Part[], ...rest: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.alloc(parts.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of parts) {
    if (width === 2) bytes.writeUInt16LE(value, at);
    else if (width === 4) bytes.writeUInt32LE(value, at);
    else bytes.writeBigUInt64LE(BigInt(value), at);
    at += width;
  }
  return Buffer.concat([bytes, ...rest]);
}

const isLarge = ({ size }: ZipEntry) => size >= limit32;
const isWide = (entry: ZipEntry) => isLarge(entry) || entry.offset >= limit32;
const versionFor = (wide: boolean) => (wide ? 45 : 20);

/** The record before the bytes of a file. A large one announces that the sizes after it are eight bytes wide. */
export function localHeader(entry: ZipEntry): Uint8Array {
  const large = isLarge(entry);
  const size: Part = [4, large ? limit32 : entry.whole ? entry.size : 0];
  const wide = large
    ? record([
        [2, 1],
        [2, 16],
        [8, 0],
        [8, 0],
      ])
    : new Uint8Array();
  const head: Part[] = [
    [4, 0x04034b50],
    [2, versionFor(large)],
    ...common(entry),
    [4, entry.whole ? entry.crc : 0],
    size,
    size,
  ];
  return record([...head, [2, entry.name.byteLength], [2, wide.byteLength]], entry.name, wide);
}

/** The record after them. */
export function dataDescriptor(entry: ZipEntry): Uint8Array {
  const width = isLarge(entry) ? 8 : 4;
  return record([
    [4, 0x08074b50],
    [4, entry.crc],
    [width, entry.size],
    [width, entry.size],
  ]);
}

/** The line of a file in the list at the end. */
export function centralHeader(entry: ZipEntry): Uint8Array {
  const { name, size, offset, crc } = entry;
  const wide = isWide(entry);
  const extra = wideFields([...(isLarge(entry) ? [size, size] : []), ...(offset >= limit32 ? [offset] : [])]);
  const shown: Part = [4, Math.min(size, limit32)];
  return record(
    [
      ...([
        [4, 0x02014b50],
        [2, madeBy | versionFor(wide)],
        [2, versionFor(wide)],
      ] as const),
      ...common(entry),
      ...([[4, crc], shown, shown, [2, name.byteLength], [2, extra.byteLength]] as const),
      // No comment, on the first disk, bytes and not text.
      ...([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, mode],
        [4, Math.min(offset, limit32)],
      ] as const),
    ],
    name,
    extra,
  );
}

function wideFields(values: readonly number[]): Uint8Array {
  if (values.length === 0) return new Uint8Array();
  return record([[2, 1], [2, 8 * values.length], ...values.map((value): Part => [8, value])]);
}

/** The end of the list of `count` files, which begins at `from` and is `length` bytes long. */
export function archiveEnd(count: number, from: number, length: number): Uint8Array {
  const shown: Part[] = [
    [2, Math.min(count, limit16)],
    [2, Math.min(count, limit16)],
    [4, Math.min(length, limit32)],
    [4, Math.min(from, limit32)],
  ];
  const end = record([[4, 0x06054b50], [2, 0], [2, 0], ...shown, [2, 0]]);
  if (count < limit16 && from < limit32 && length < limit32) return end;
  const wide: Part[] = [
    [8, count],
    [8, count],
    [8, length],
    [8, from],
  ];
  const long = record([[4, 0x06064b50], [8, 44], [2, madeBy | 45], [2, 45], [4, 0], [4, 0], ...wide]);
  return Buffer.concat([
    long,
    record([
      [4, 0x07064b50],
      [4, 0],
      [8, from + length],
      [4, 1],
    ]),
    end,
  ]);
}

/** Flags, method, time and day. Before 1980 there is no time in a .zip, and seconds are even. */
function common(entry: ZipEntry): Part[] {
  const { at } = entry;
  const year = Math.min(Math.max(at.getUTCFullYear() - 1980, 0), 127);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    [2, flagsOf(entry)],
    [2, stored],
    [2, time],
    [2, day],
  ];
}
