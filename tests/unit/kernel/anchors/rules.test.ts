import { describe, expect, test } from "vitest";
import { anchorKey, beginOf, compareAnchors, isAnchorDue } from "@/lib/kernel/anchors/rules";
import type { AnchorRow, OutsideAnchor } from "@/lib/kernel/anchors/types";
import { isLate } from "@/lib/kernel/audit/rules";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("a head is anchored within the hour and every 500 entries, and never when nothing came", () => {
  expect(isAnchorDue(0, null, now)).toBe(false);
  expect(isAnchorDue(1, null, now)).toBe(true);
  expect(isAnchorDue(510, { seq: 11, madeAt: ago(44) }, now)).toBe(false);
  expect(isAnchorDue(511, { seq: 11, madeAt: ago(1) }, now)).toBe(true);
  expect(isAnchorDue(12, { seq: 11, madeAt: ago(45) }, now)).toBe(true);
  expect(isAnchorDue(11, { seq: 11, madeAt: ago(600) }, now)).toBe(false);
});

test("entries wait too long when the last anchor is an hour old and they are a quarter of one, or there is none", () => {
  const at = (minutes: number) => ago(minutes).toISOString().slice(0, -1);
  expect(isLate(at(14), null, at(0))).toBe(false);
  expect(isLate(at(15), null, at(0))).toBe(true);
  expect(isLate(at(55), at(59), at(0))).toBe(false);
  expect(isLate(at(55), at(60), at(0))).toBe(true);
  // A quiet log to which something came just now.
  expect(isLate(at(1), at(600), at(0))).toBe(false);
});

test("an anchor and its token lie beside each other, in the order of the log", () => {
  const line = { organisation: "o", seq: 42, hash: "", at: "", madeAt: "" };
  expect(anchorKey(line)).toBe("anchors/o/000000000042");
  expect(anchorKey({ ...line, token: "x" })).toBe("anchors/o/000000000042-token");
});

describe("the anchors outside, compared with their table", () => {
  const line = (seq: number, over: Partial<OutsideAnchor> = {}): OutsideAnchor => ({
    seq,
    hash: "ab",
    signed: "ours",
    begins: false,
    from: "file",
    at: "2026-11-26T08:00:00.000Z",
    madeAt: "2026-11-26T08:00:01.000Z",
    ...over,
  });
  const row = (seq: number, over: Partial<AnchorRow> = {}): AnchorRow => ({
    seq,
    hash: "ab",
    signed: "ours",
    filed: true,
    ...over,
  });
  const log = { orgId: "o", firstAt: "2026-11-26T07:59:00.000000" };
  const problems = (lines: OutsideAnchor[], rows: AnchorRow[]) =>
    compareAnchors(log, lines, rows).map(({ problem, seq }) => `${problem} ${seq}`);

  test("agree when each has its counterpart; a row that was just made may wait for its line", () => {
    expect(problems([line(3), line(9), line(9)], [row(3), row(9), row(12, { filed: false })])).toEqual([]);
    expect(problems([], [])).toEqual([]);
  });

  test("are a break when either side lacks one, or one is not signed or not by us", () => {
    expect(problems([line(3)], [row(3), row(9)])).toEqual(["anchors_missing 9"]);
    expect(problems([line(3), line(9)], [row(3)])).toEqual(["anchors_removed 9"]);
    expect(problems([line(3, { signed: "wrong" })], [row(3)])).toEqual(["anchor_forged 3"]);
    expect(problems([line(3, { signed: "not" })], [row(3, { signed: "not" })])).toEqual(["anchor_unsigned 3"]);
    expect(problems([line(3)], [row(3, { signed: "not" })])).toEqual(["anchor_unsigned 3"]);
  });

  test("in the bucket alone they are no file", () => {
    expect(problems([line(3, { from: "elsewhere" })], [row(3)])).toEqual(["anchors_missing 3"]);
  });

  test("that begin late are a break: behind a thousand entries, or a day after the first", () => {
    expect(problems([line(1001)], [row(1001)])).toEqual(["anchored_late 1001"]);
    const at = "2026-11-27T08:00:00.000Z";
    expect(problems([line(20, { at })], [row(20)])).toEqual(["anchored_late 20"]);
  });

  test("that somebody began again ask for nothing from before, and a signature alone makes that so", () => {
    const begin = line(5000, { begins: true });
    const before = [row(4000, { signed: "not" }), row(5100)];
    expect(beginOf([begin])).toBe(5000);
    expect(problems([begin, line(5100)], before)).toEqual([]);
    expect(problems([{ ...begin, signed: "wrong" }, line(5100)], before).length).toBeGreaterThan(2);
  });
});
