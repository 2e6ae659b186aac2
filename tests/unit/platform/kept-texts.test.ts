import { expect, test } from "vitest";
import { textsUpTo } from "@/db/keep-prepared";

test("a statement stays prepared from its second use, and only so many do", () => {
  const isKept = textsUpTo(2);
  const uses = ["a", "a", "b", "c", "b", "d", "d", "d", "a", "b"].map((text) => isKept(text));
  expect(uses).toEqual([false, true, false, false, true, false, false, false, true, true]);
});

test("two statements in one text are never prepared, nor a text that is asked once among many", () => {
  const isKept = textsUpTo(3);
  expect([isKept("select 1; select 2"), isKept("select 1; select 2")]).toEqual([false, false]);
  for (let at = 0; at < 1_000; at += 1) expect(isKept(`select ${at}`)).toBe(false);
  expect([isKept("select"), isKept("select")]).toEqual([false, true]);
});
