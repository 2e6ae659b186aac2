import { describe, expect, test } from "vitest";
import { cutPage, isOnlyName, readMark, writeMark } from "@/lib/oversight/case-list/rules";

const mark = { part: 1, value: "2026-11-24", id: "01a20e65-3c26-7440-9db4-22f92cc14d75", place: 49 };

describe("the mark of a place in a list", () => {
  test("comes back as it was written, and fits into an address", () => {
    const text = writeMark("due", "asc", mark);
    expect(text).toMatch(/^[A-Za-z0-9_-]{1,600}$/);
    expect(readMark(text, "due", "asc")).toEqual(mark);
  });

  test("says nothing about another order", () => {
    const text = writeMark("due", "asc", mark);
    expect(readMark(text, "due", "desc")).toBeUndefined();
    expect(readMark(text, "opened", "asc")).toBeUndefined();
  });

  test.each(["", "nonsense", Buffer.from('["due","asc",1,2,3]').toString("base64url"), "e30"])(
    "%s is no mark",
    (text) => {
      expect(readMark(text, "due", "asc")).toBeUndefined();
    },
  );
});

test("one row too many says that there is another page; going back turns the rows round", () => {
  expect(cutPage([1, 2, 3], 2, false)).toEqual({ rows: [1, 2], more: true });
  expect(cutPage([3, 2], 2, true)).toEqual({ rows: [2, 3], more: false });
});

test("what cannot be the beginning of a code is looked for among the names alone", () => {
  for (const code of ["C", "CD", "cd-2", "CD-26-0142", "Marula", " CD-26 "]) expect(isOnlyName(code), code).toBe(false);
  for (const name of ["Marula 00", "Honeybush", "C D", "Marula-thorn 3"]) expect(isOnlyName(name), name).toBe(true);
});
