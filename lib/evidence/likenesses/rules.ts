import { t } from "@/lib/platform/language/translate";
import { cropsOf, likeBlocks, likeGradients, shownThrough, shrink, type Window, whole } from "./cells/rules";
import type { Alike, Likeness, NearCopy } from "./types";

const fine = 96;
const middle = 32;
const rough = 16;

/** Written with each likeness; another way of making or comparing them gets another name. */
export const likenessMethod = "grey-96-1";

/**
 * Measured in tests/unit/evidence/likenesses: copies that were made smaller or compressed again differ in their worst
 * block by 0.06 at most (cropped ones by 0.19 to 0.34), two chats in the same bubbles of which one message is another
 * by 0.36 at least.
 */
const mostDifferent = 0.25;
const mostDifferentCropped = 0.31;
const leastAlike = 0.9;
/** Below this the two have not even the same light and dark places. */
const leastRough = 0.55;
const leastMiddle = 0.7;
/** An edge that is off by less was not cut. */
const mostOff = 0.012;
/** A picture that is nearly of one grey is like every other one. */
const fewestBlocks = 6;

/** The small outline of a picture, by which most others are ruled out. */
export const outlineOf = (cells: Uint8Array): Uint8Array => shrink(cells, fine, rough);

/** How one picture lies in another: `inFirst` if the first is the one that shows more. */
export type Fit = { window: Window; mirrored: boolean; inFirst: boolean };

/** Where the outlines of two pictures fit, the best place first; empty if they are nowhere alike. */
export function roughFits(one: Uint8Array, other: Uint8Array): Fit[] {
  const fits: (Fit & { alike: number })[] = [];
  for (const inFirst of [true, false]) {
    const [larger, part] = inFirst ? [one, other] : [other, one];
    for (const mirrored of [false, true]) fits.push({ ...bestWindow(larger, part, mirrored), mirrored, inFirst });
  }
  return fits.filter(({ alike }) => alike > leastRough).sort((a, b) => b.alike - a.alike);
}

function bestWindow(larger: Uint8Array, part: Uint8Array, mirrored: boolean): { window: Window; alike: number } {
  let window = whole;
  let alike = 0;
  for (const tried of cropsOf) {
    const now = likeGradients(shownThrough(larger, rough, tried, mirrored), part, rough);
    if (now <= alike) continue;
    alike = now;
    window = tried;
  }
  return { window, alike };
}

/** Whether two pictures are the same one, and how they differ; null if they are not, or if it cannot be said. */
export function compareCells(one: Uint8Array, other: Uint8Array, fits: readonly Fit[]): Alike | null {
  for (const { inFirst, mirrored, window } of fits) {
    const [larger, part] = inFirst ? [one, other] : [other, one];
    for (const start of [whole, window]) {
      const settled = settleOn({ larger, part, mirrored }, start);
      if (!settled) continue;
      const cropped = settled.some((edge) => edge > mostOff);
      if (isSame(shownThrough(larger, fine, settled, mirrored), part, cropped)) return { cropped, mirrored };
    }
  }
  return null;
}

function isSame(seen: Float32Array, part: Uint8Array, cropped: boolean): boolean {
  const { worst, telling } = likeBlocks(seen, part, fine);
  if (telling < fewestBlocks || worst > (cropped ? mostDifferentCropped : mostDifferent)) return false;
  return likeGradients(seen, part, fine) >= leastAlike;
}

type Pair = { larger: Uint8Array; part: Uint8Array; mirrored: boolean };

/** The window in which they fit: found small, where most others are ruled out, then in all cells. */
function settleOn({ larger, part, mirrored }: Pair, start: Window): Window | null {
  const smaller = { larger: shrink(larger, fine, middle), part: shrink(part, fine, middle), mirrored };
  const found = settle(smaller, middle, start, [0.02, 0.01]);
  if (found.alike < leastMiddle) return null;
  return settle({ larger, part, mirrored }, fine, found.window, [0.005, 0.0025, 0.00125]).window;
}

/** Moves each edge a little while that makes the two more alike. */
function settle({ larger, part, mirrored }: Pair, side: number, start: Window, steps: readonly number[]) {
  const likeIn = (tried: Window) => likeGradients(shownThrough(larger, side, tried, mirrored), part, side);
  let window = start;
  let alike = likeIn(window);
  for (const step of steps) {
    for (let round = 0, moved = true; moved && round < 4; round += 1) {
      moved = false;
      for (const edge of [0, 1, 2, 3]) {
        for (const by of [-step, step]) {
          const tried = moveEdge(window, edge, by);
          const now = likeIn(tried);
          if (now <= alike) continue;
          alike = now;
          window = tried;
          moved = true;
        }
      }
    }
  }
  return { window, alike };
}

const moveEdge = ([left, right, top, bottom]: Window, edge: number, by: number): Window => [
  edge === 0 ? Math.max(0, left + by) : left,
  edge === 1 ? Math.max(0, right + by) : right,
  edge === 2 ? Math.max(0, top + by) : top,
  edge === 3 ? Math.max(0, bottom + by) : bottom,
];

/** `one` compared with another picture. */
export function likenessOf(one: Likeness, other: Likeness): Alike | null {
  return compareCells(one.cells, other.cells, roughFits(one.outline, other.outline));
}

/** "Looks like E-07: the same picture, smaller, cropped". */
export function nearCopyWords({ label, size, cropped, mirrored }: NearCopy): string {
  const how = [
    size === "same" ? "" : size === "smaller" ? t("this one is smaller") : t("this one is larger"),
    cropped ? t("one of them is cropped") : "",
    mirrored ? t("one of them is mirrored") : "",
  ].filter(Boolean);
  return how.length === 0
    ? t("Looks like {label}", { label })
    : t("Looks like {label}: {how}", { label, how: how.join(", ") });
}
