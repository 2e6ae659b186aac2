// The sRGB values (IEC 61966-2-1): its primaries and white, adapted to D50 as a profile requires.
const WHITE = [0.9642, 1, 0.8249] as const;
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
/**
 * Points of the curve. Interpolated, the error is a 26th of one 8-bit step. Poppler recomputes the curve for each page,
 * in time proportional to the points: with 1024 that took ten times as long as reading the page.
 */
const STEPS = 128;
const HEADER = 128;

/** A small sRGB profile (ICC 2.1, a matrix and one curve), made from the numbers of the standard. */
export function colourProfile(): Buffer {
  const curve = curveOf();
  const tags: [string, Buffer][] = [
    ["desc", description("sRGB IEC61966-2.1")],
    ["cprt", text("No copyright, use freely")],
    ["wtpt", xyz(WHITE)],
    ...Object.entries(PRIMARIES).map(([name, value]): [string, Buffer] => [name, xyz(value)]),
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  let at = HEADER + table.length;
  tags.forEach(([name, data], i) => {
    if (!places.has(data)) {
      places.set(data, at);
      at += data.length;
    }
    table.write(name, 4 + i * 12, "latin1");
    table.writeUInt32BE(places.get(data) ?? 0, 8 + i * 12);
    table.writeUInt32BE(data.length, 12 + i * 12);
  });
  return Buffer.concat([headerOf(at), table, ...places.keys()]);
}

function headerOf(size: number): Buffer {
  const head = Buffer.alloc(HEADER);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write("mntrRGB XYZ ", 12, "latin1");
  for (const [i, part] of [2020, 1, 1, 0, 0, 0].entries()) head.writeUInt16BE(part, 24 + i * 2);
  head.write("acsp", 36, "latin1");
  for (const [i, part] of WHITE.entries()) head.writeInt32BE(fixed(part), 68 + i * 4);
  return head;
}

function curveOf(): Buffer {
  const data = Buffer.alloc(12 + STEPS * 2);
  data.write("curv", 0, "latin1");
  data.writeUInt32BE(STEPS, 8);
  for (let i = 0; i < STEPS; i++) {
    const value = i / (STEPS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    data.writeUInt16BE(Math.round(linear * 65535), 12 + i * 2);
  }
  return data;
}

function xyz(values: readonly number[]): Buffer {
  const data = Buffer.alloc(20);
  data.write("XYZ ", 0, "latin1");
  for (const [i, value] of values.entries()) data.writeInt32BE(fixed(value), 8 + i * 4);
  return data;
}

function fixed(value: number): number {
  return Math.round(value * 65536);
}

function text(words: string): Buffer {
  return padded(Buffer.from(`text\0\0\0\0${words}\0`, "latin1"));
}

function description(words: string): Buffer {
  const head = Buffer.alloc(12);
  head.write("desc", 0, "latin1");
  head.writeUInt32BE(words.length + 1, 8);
  // After the name come the same in Unicode and in Macintosh script, both left empty: 4 + 4, and 2 + 1 + 67 bytes.
  return padded(Buffer.concat([head, Buffer.from(`${words}\0`, "latin1"), Buffer.alloc(78)]));
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
