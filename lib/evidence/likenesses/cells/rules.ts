/** How much is cut off at the left, right, top and bottom, as fractions of the larger picture. */
export type Window = readonly [left: number, right: number, top: number, bottom: number];

export const whole: Window = [0, 0, 0, 0];

const cuts = [0, 0.04, 0.08, 0.12];

/** The cuts that are tried, the uncut picture first: a sixth at most from each side. */
export const cropsOf: readonly Window[] = cuts.flatMap((left) =>
  cuts.flatMap((right) => cuts.flatMap((top) => cuts.map((bottom): Window => [left, right, top, bottom]))),
);

/** The same picture in fewer cells. */
export function shrink(cells: Uint8Array, side: number, smaller: number): Uint8Array {
  const small = new Uint8Array(smaller * smaller);
  const step = side / smaller;
  for (let y = 0; y < smaller; y += 1) {
    for (let x = 0; x < smaller; x += 1) {
      let sum = 0;
      for (let down = 0; down < step; down += 1) {
        for (let right = 0; right < step; right += 1) sum += cells[(y * step + down) * side + x * step + right] ?? 0;
      }
      small[y * smaller + x] = Math.round(sum / (step * step));
    }
  }
  return small;
}

/** What of a picture is seen through a window, as large as the picture was. */
export function shownThrough(cells: Uint8Array, side: number, window: Window, mirrored: boolean): Float32Array {
  const [left, right, top, bottom] = window;
  const seen = new Float32Array(side * side);
  const last = side - 2;
  for (let y = 0; y < side; y += 1) {
    const down = (top + ((1 - top - bottom) * (y + 0.5)) / side) * side - 0.5;
    const row = Math.min(last, Math.max(0, Math.floor(down)));
    const below = Math.min(1, Math.max(0, down - row));
    for (let x = 0; x < side; x += 1) {
      const across = (left + ((1 - left - right) * ((mirrored ? side - 1 - x : x) + 0.5)) / side) * side - 0.5;
      const column = Math.min(last, Math.max(0, Math.floor(across)));
      const beside = Math.min(1, Math.max(0, across - column));
      const at = row * side + column;
      const upper = (cells[at] ?? 0) * (1 - beside) + (cells[at + 1] ?? 0) * beside;
      const lower = (cells[at + side] ?? 0) * (1 - beside) + (cells[at + side + 1] ?? 0) * beside;
      seen[y * side + x] = upper * (1 - below) + lower * below;
    }
  }
  return seen;
}

/** 1 if the light and dark edges of two pictures are the same, about 0 if they have nothing in common. */
export function likeGradients(one: Float32Array, other: Uint8Array, side: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const at = y * side + x;
      const here = one[at] ?? 0;
      const there = other[at] ?? 0;
      if (x < side - 1) {
        const a = (one[at + 1] ?? 0) - here;
        const b = (other[at + 1] ?? 0) - there;
        both += a * b;
        first += a * a;
        second += b * b;
      }
      if (y < side - 1) {
        const a = (one[at + side] ?? 0) - here;
        const b = (other[at + side] ?? 0) - there;
        both += a * b;
        first += a * a;
        second += b * b;
      }
    }
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}

const block = 8;
/** Edges weaker than this are the noise of compression. */
const noise = 6000;
const leastEdges = 6000;

/**
 * The block in which two pictures differ most: one message of a chat that is another one shows there, however alike the
 * rest is. `telling`: how many blocks have edges at all.
 */
export function likeBlocks(one: Float32Array, other: Uint8Array, side: number): { worst: number; telling: number } {
  let worst = 0;
  let telling = 0;
  for (let top = 0; top < side; top += block) {
    for (let left = 0; left < side; left += block) {
      const { apart, edges } = edgesIn(one, other, side, top, left);
      if (edges <= leastEdges) continue;
      telling += 1;
      worst = Math.max(worst, apart / (edges + noise));
    }
  }
  return { worst, telling };
}

function edgesIn(one: Float32Array, other: Uint8Array, side: number, top: number, left: number) {
  let apart = 0;
  let edges = 0;
  for (let y = top; y < top + block; y += 1) {
    for (let x = left; x < left + block; x += 1) {
      const at = y * side + x;
      for (const next of [x < side - 1 ? at + 1 : at, y < side - 1 ? at + side : at]) {
        const a = (one[next] ?? 0) - (one[at] ?? 0);
        const b = (other[next] ?? 0) - (other[at] ?? 0);
        apart += (a - b) ** 2;
        edges += a * a + b * b;
      }
    }
  }
  return { apart, edges };
}
