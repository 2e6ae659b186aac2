import { expect, test } from "vitest";
import { anchorKey, isAnchorDue } from "@/lib/anchors/rules";

const now = new Date("2026-11-26T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("a head is anchored every hour and every 500 entries, and never when nothing came", () => {
  expect(isAnchorDue(0, null, now)).toBe(false);
  expect(isAnchorDue(1, null, now)).toBe(true);
  expect(isAnchorDue(510, { seq: 11, madeAt: ago(59) }, now)).toBe(false);
  expect(isAnchorDue(511, { seq: 11, madeAt: ago(1) }, now)).toBe(true);
  expect(isAnchorDue(12, { seq: 11, madeAt: ago(60) }, now)).toBe(true);
  expect(isAnchorDue(11, { seq: 11, madeAt: ago(600) }, now)).toBe(false);
});

test("an anchor and its token lie beside each other, in the order of the log", () => {
  const line = { organisation: "o", seq: 42, hash: "", at: "", madeAt: "" };
  expect(anchorKey(line)).toBe("anchors/o/000000000042");
  expect(anchorKey({ ...line, token: "x" })).toBe("anchors/o/000000000042-token");
});
