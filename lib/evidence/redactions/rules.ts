import type { Box } from "@/lib/evidence/derivatives/types";
import { t } from "@/lib/platform/language/translate";
import { denseOf } from "@/lib/platform/text/phrases";
import type { WordCover } from "./types";

/** More boxes than this on one page are refused. */
export const maxBoxes = 200;

/** More covers of words than this on one exhibit are refused. */
export const mostCovers = 200;

/**
 * Whether words covered in one exhibit are searched for in the rest of a packet and in the files that travel with it.
 * Words that are not about the case protect nobody, and a short number also occurs in dates and counts.
 */
export function isSoughtElsewhere({ words, kind, place }: Pick<WordCover, "words" | "kind" | "place">): boolean {
  return place === null && kind !== "unrelated" && denseOf(words).length >= (/\p{L}/u.test(words) ? 2 : 6);
}

/** A box thinner than this part of the page covers nothing that a person could read. */
export const leastSide = 0.002;

/** The distance moved by an arrow key, and with Ctrl or Alt for finer work, as fractions of the page. */
export const keyStep = 0.02;

export const fineStep = 0.002;

/** A box on the page: not empty, and with no edge outside. */
export function isOnPage({ x, y, width, height }: Box): boolean {
  const ends = [x, y, x + width, y + height];
  return width >= leastSide && height >= leastSide && ends.every((end) => end >= 0 && end <= 1 + 1e-9);
}

/** The box between two points of the page, clipped to its edges, in whichever direction it was drawn. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const x = onPage(Math.min(a.x, b.x));
  const y = onPage(Math.min(a.y, b.y));
  return { x, y, width: onPage(Math.max(a.x, b.x)) - x, height: onPage(Math.max(a.y, b.y)) - y };
}

/** The box moved by a step; it stops at the edges of the page and keeps its size. */
export function moveBox(box: Box, by: { x: number; y: number }): Box {
  return {
    ...box,
    x: round(Math.min(Math.max(box.x + by.x, 0), 1 - box.width)),
    y: round(Math.min(Math.max(box.y + by.y, 0), 1 - box.height)),
  };
}

/** The box resized by a step; its upper left corner is fixed, and it stops at the edges of the page. */
export function resizeBox(box: Box, by: { x: number; y: number }): Box {
  return {
    ...box,
    width: round(Math.min(Math.max(box.width + by.x, leastSide), 1 - box.x)),
    height: round(Math.min(Math.max(box.height + by.y, leastSide), 1 - box.y)),
  };
}

/** The position of a new box added by keyboard: in the middle, a little lower than the previous one. */
export function boxInTheMiddle(before: number): Box {
  const shift = (before % 8) * 0.04;
  return { x: 0.35, y: round(0.3 + shift), width: 0.3, height: 0.1 };
}

/** `30% across, 10% down, 20% wide, 5% high`: a box for screen readers. */
export function boxWords({ x, y, width, height }: Box): string {
  const part = (value: number) => `${Math.round(value * 100)}%`;
  return t("{x} across, {y} down, {width} wide, {height} high", {
    x: part(x),
    y: part(y),
    width: part(width),
    height: part(height),
  });
}

const onPage = (value: number) => round(Math.min(Math.max(value, 0), 1));

/** Ten-thousandths of a page: finer than any pixel that is drawn. */
const round = (value: number) => Math.round(value * 10_000) / 10_000;

export const coverPlace = (row: string, column: "words" | "reason") => ({ table: "word_covers", column, row });
