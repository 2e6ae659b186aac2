import { expect, test } from "vitest";
import { byNewest, fits, onDay } from "@/lib/oversight/timeline/rules";
import type { SourceRow } from "@/lib/oversight/timeline/types";

const zone = "Africa/Johannesburg";

const row = (over: Partial<SourceRow>): SourceRow => ({
  key: "note-1",
  kind: "note",
  at: new Date("2026-11-24T22:30:00Z"),
  day: null,
  title: "Note",
  words: () => null,
  byId: null,
  href: "/cases/1/notes/1",
  ...over,
});

test("a day without a time stands where it was recorded on that day, and at its noon when it was recorded later", () => {
  const recorded = new Date("2026-11-24T07:15:00Z");
  expect(onDay("2026-11-24", recorded, zone)).toEqual(recorded);
  expect(onDay("2026-11-20", recorded, zone)).toEqual(new Date("2026-11-20T10:00:00Z"));
});

test("a day is that of the home country: half past ten at night in UTC is the next day in Johannesburg", () => {
  expect(fits(row({}), { from: "2026-11-25", to: "2026-11-25" }, zone)).toBe(true);
  expect(fits(row({}), { to: "2026-11-24" }, zone)).toBe(false);
  expect(fits(row({ day: "2026-11-24" }), { to: "2026-11-24" }, zone)).toBe(true);
});

test("words that are not asked for stay sealed", () => {
  const sealed = row({
    words: () => {
      throw new Error("opened");
    },
  });
  expect(fits(sealed, { what: "calls" }, zone)).toBe(true);
  expect(() => fits(sealed, { words: "x" }, zone)).toThrow("opened");
  expect(fits(sealed, { what: "numbers", words: "x" }, zone)).toBe(false);
});

test("lines of one moment keep their order", () => {
  const a = row({ key: "a" });
  const b = row({ key: "b" });
  expect([a, b].toSorted(byNewest)).toEqual([b, a]);
  expect([b, a].toSorted(byNewest)).toEqual([b, a]);
});
