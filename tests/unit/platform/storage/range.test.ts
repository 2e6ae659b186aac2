import { expect, test } from "vitest";
import { parseRange } from "@/lib/platform/storage/range";

test.each([
  ["bytes=0-499", { start: 0, end: 499 }],
  ["bytes=500-", { start: 500, end: 999 }],
  ["bytes=-200", { start: 800, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=990-5000", { start: 990, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  [null, null],
  ["bytes=-", null],
  ["bytes=5-4", null],
  ["bytes=0-1,5-6", null],
  ["items=0-1", null],
  ["bytes=0x1-2", null],
] as const)("%s of 1000 bytes", (header, expected) => {
  expect(parseRange(header, 1000)).toEqual(expected);
});

test("nothing of an empty file can be asked for", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(parseRange("bytes=-1", 0)).toBe("unsatisfiable");
});
