/** Data bytes, correction bytes of a block, and blocks, of versions 1 to 6 at level M (ISO/IEC 18004, table 9). */
const dataBytes = [16, 28, 44, 64, 86, 108];
const correctionBytes = [10, 16, 26, 18, 24, 16];
const blockCounts = [1, 1, 1, 2, 2, 4];

type Grid = (boolean | null)[][];

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * A text as a QR code: rows of modules, true for black, without the quiet zone of four modules around it.
 * @returns null when the text has more than 106 bytes
 */
export function qrCode(text: string): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const version = dataBytes.findIndex((most) => bytes.length <= most - 2) + 1;
  if (version === 0) return null;
  const bits = interleaved(bytes, version);
  const tried = masks.map((_, mask) => drawn(version, bits, mask));
  return tried.toSorted((a, b) => penalty(a) - penalty(b))[0] ?? null;
}

/** Mode, length, text and padding, cut into blocks with their correction bytes, as single bits. */
function interleaved(bytes: Uint8Array, version: number): number[] {
  const at = version - 1;
  const [size = 0, correction = 0, count = 1] = [dataBytes[at], correctionBytes[at], blockCounts[at]];
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from(
    { length: bytes.length + 2 },
    (_, i) => ((nibbles[i * 2] ?? 0) << 4) | (nibbles[i * 2 + 1] ?? 0),
  );
  while (data.length < size) data.push((data.length - bytes.length) % 2 === 0 ? 0xec : 0x11);
  const length = size / count;
  const blocks = Array.from({ length: count }, (_, i) => data.slice(i * length, (i + 1) * length));
  const checks = blocks.map((block) => remainder(block, correction));
  const across = (lists: number[][], of: number) =>
    Array.from({ length: of }, (_, i) => lists.map((list) => list[i] ?? 0)).flat();
  const words = [...across(blocks, length), ...across(checks, correction)];
  return words.flatMap((word) => Array.from({ length: 8 }, (_, i) => (word >> (7 - i)) & 1));
}

/** The Reed-Solomon remainder of a block. */
function remainder(block: readonly number[], degree: number): number[] {
  let generator = [1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((one, j) => one ^ times(generator[j - 1] ?? 0, root));
  }
  let rest: number[] = new Array(degree).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, j) => one ^ times(generator[j + 1] ?? 0, factor));
  }
  return rest;
}

/** A product in the field of 256 elements, modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

function drawn(version: number, bits: readonly number[], mask: number): boolean[][] {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => new Array(size).fill(null));
  drawFixed(grid, version);
  drawFormat(grid, mask);
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        const row = grid[y];
        if (row?.[x] !== null) continue;
        row[x] = ((bits[next++] ?? 0) === 1) !== (masks[mask]?.(x, y) ?? false);
      }
    }
  }
  return grid.map((row) => row.map((cell) => cell === true));
}

/** Finders with their light rims, the alignment pattern and the timing lines. */
function drawFixed(grid: Grid, version: number): void {
  const size = grid.length;
  for (let i = 0; i < size; i++) {
    put(grid, 6, i, i % 2 === 0);
    put(grid, i, 6, i % 2 === 0);
  }
  if (version > 1) square(grid, [size - 7, size - 7], 2, (ring) => ring !== 1);
  for (const centre of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(grid, centre, 4, (ring) => ring !== 2 && ring !== 4);
}

function square(grid: Grid, [cx, cy]: readonly [number, number], reach: number, dark: (ring: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) put(grid, cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
  }
}

/** Level M is 00; the mask follows, then ten bits of a BCH code, twice around the finders. */
function drawFormat(grid: Grid, mask: number): void {
  const size = grid.length;
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const format = ((mask << 10) | rest) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const bit = ((format >> i) & 1) === 1;
    const near = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8];
    put(grid, near[0] ?? 0, near[1] ?? 0, bit);
    put(grid, i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, bit);
  }
  put(grid, 8, size - 8, true);
}

function put(grid: Grid, x: number, y: number, dark: boolean): void {
  const row = grid[y];
  if (row && x >= 0 && x < grid.length) row[x] = dark;
}

/** How hard a grid is to read: long runs, blocks, what looks like a finder, and too much of one colour. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const line = (cells: readonly boolean[]) => cells.map(Number).join("");
  const lines = [...grid.map(line), ...grid.map((_, x) => line(grid.map((row) => row[x] === true)))];
  const runs = lines.flatMap((one) => one.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const finders = lines.flatMap((one) => one.match(/(?=10111010000|00001011101)/g) ?? []).length;
  const same = (x: number, y: number) => [grid[y]?.[x + 1], grid[y + 1]?.[x], grid[y + 1]?.[x + 1]];
  const blocks = grid.flatMap((row, y) => row.filter((cell, x) => same(x, y).every((one) => one === cell))).length;
  const dark = grid.flat().filter(Boolean).length / grid.length ** 2;
  return runs + blocks * 3 + finders * 40 + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
