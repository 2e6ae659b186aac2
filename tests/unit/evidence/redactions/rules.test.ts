import { describe, expect, test } from "vitest";
import {
  boxBetween,
  boxInTheMiddle,
  boxWords,
  isOnPage,
  leastSide,
  moveBox,
  resizeBox,
} from "@/lib/evidence/redactions/rules";

const box = { x: 0.4, y: 0.4, width: 0.2, height: 0.1 };

describe("isOnPage", () => {
  test.each([
    [box, true],
    [{ x: 0, y: 0, width: 1, height: 1 }, true],
    [{ ...box, width: 0 }, false],
    [{ ...box, height: -0.1 }, false],
    [{ ...box, x: 0.9 }, false],
    [{ ...box, y: -0.01 }, false],
    [{ ...box, x: Number.NaN }, false],
  ])("%o: %s", (item, is) => {
    expect(isOnPage(item)).toBe(is);
  });
});

test("a box is drawn between two points in any direction and cut at the edges", () => {
  expect(boxBetween({ x: 0.6, y: 1.4 }, { x: -0.2, y: 0.5 })).toEqual({ x: 0, y: 0.5, width: 0.6, height: 0.5 });
});

test("a box that is moved keeps its size and stays on the page", () => {
  expect(moveBox(box, { x: 0.02, y: 0 })).toEqual({ ...box, x: 0.42 });
  expect(moveBox(box, { x: 9, y: -9 })).toEqual({ ...box, x: 0.8, y: 0 });
});

test("a box that is resized keeps its corner, is never empty and stays on the page", () => {
  expect(resizeBox(box, { x: 0.1, y: 9 })).toEqual({ ...box, width: 0.3, height: 0.6 });
  expect(resizeBox(box, { x: -9, y: -9 })).toEqual({ ...box, width: leastSide, height: leastSide });
});

test("boxes added by key lie on the page, one below the other", () => {
  const made = Array.from({ length: 20 }, (_, before) => boxInTheMiddle(before));
  expect(made.every(isOnPage)).toBe(true);
  expect(made[0]).not.toEqual(made[1]);
});

test("a box is told in words", () => {
  expect(boxWords(box)).toBe("40% across, 40% down, 20% wide, 10% high");
});
