import { describe, expect, test } from "vitest";
import { type DerivedFile, printedOf, printedThen } from "@/lib/packets/packets/snapshot/derived";

const on = (day: number) => new Date(Date.UTC(2026, 10, day));
const made = (kind: DerivedFile["kind"], version: number, day: number): DerivedFile => ({
  exhibitId: "one",
  kind,
  version,
  page: 0,
  fileId: `${kind}-${version}`,
  sha256: "",
  size: 1,
  format: "json",
  width: null,
  height: null,
  madeAt: on(day),
});
const readings = [made("text", 0, 1), made("text", 1, 10), made("text", 2, 20)];
const names = (files: readonly DerivedFile[]) => files.map(({ fileId }) => fileId);

describe("the words of a mail that was read again", () => {
  test("a packet is drafted with the newest reading", () => {
    expect(names(printedOf(readings, "one"))).toEqual(["text-2"]);
    expect(names(printedOf(readings, "another"))).toEqual([]);
  });

  test.each([
    [5, "text-0"],
    [15, "text-1"],
    [25, "text-2"],
  ])("one that was decided on day %i keeps the reading of that day", (day, name) => {
    const then = { files: [], decidedAt: on(day) };
    expect(names(printedThen(readings, { id: "one", number: 1 }, then))).toEqual([name]);
  });
});
