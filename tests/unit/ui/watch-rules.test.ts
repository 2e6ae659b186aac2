import { describe, expect, test } from "vitest";
import { after, leaves, minutesLeft, watchedAt } from "@/app/_watch/watch-rules";

const minutes = (count: number) => count * 60_000;

describe("watchedAt", () => {
  test.each([
    ["open", 0, "open"],
    ["open", after.cover - 1, "open"],
    ["open", after.cover, "covered"],
    ["open", after.lock, "locked"],
    ["covered", 0, "covered"],
    ["covered", after.lock, "locked"],
    ["locked", 0, "locked"],
  ] as const)("%s after %i ms is %s", (before, idle, shown) => {
    expect(watchedAt(idle, before)).toBe(shown);
  });
});

test("minutes that are left count down to one, and never say none", () => {
  const at = minutes(30);
  expect(minutesLeft(at, minutes(25))).toBe(5);
  expect(minutesLeft(at, minutes(29) + 1)).toBe(1);
  expect(minutesLeft(at, minutes(31))).toBe(1);
});

describe("leaving at once", () => {
  test.each([
    [[0, 400, 900], true],
    [[0, 400], false],
    [[0, 400, 1_600], false],
    [[0, 5_000, 5_300, 5_600], true],
    [[], false],
  ])("shift at %j", (presses, gone) => {
    expect(leaves(presses)).toBe(gone);
  });
});
