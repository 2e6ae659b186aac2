import { describe, expect, test } from "vitest";
import { ReportAsked } from "@/lib/oversight/reports/input";
import { cellOf, filterOf, readCounted, suppressed, writeCounted } from "@/lib/oversight/reports/rules";
import type { Cell } from "@/lib/oversight/reports/types";

const of = (n: number) => ({ n, ofMember: n, ofPair: n });
const bare = (cell: Cell) => (cell.is === "count" ? cell.n : cell.is);
const hide = (...ways: number[][]) => {
  const { ways: cells, total } = suppressed(ways.map((way) => way.map(of)));
  return { ways: cells.map((way) => way.map(bare)), total: bare(total) };
};

describe("what is too small to be shown", () => {
  test("four is hidden and five is shown", () => {
    expect([bare(cellOf(of(4))), bare(cellOf(of(5)))]).toEqual(["few", 5]);
    expect(bare(cellOf(of(0)))).toBe("few");
  });

  test("a filter that leaves out few cases hides what it leaves: without it the rest would show", () => {
    expect(bare(cellOf({ n: 9, ofMember: 12, ofPair: 9 }))).toBe("withheld");
    expect(bare(cellOf({ n: 9, ofMember: 9, ofPair: 13 }))).toBe("withheld");
    expect(bare(cellOf({ n: 9, ofMember: 14, ofPair: 9 }))).toBe(9);
  });

  test("the sum of cells that all show is shown", () => {
    expect(hide([5, 7], [6, 6])).toEqual({
      ways: [
        [5, 7],
        [6, 6],
      ],
      total: 12,
    });
  });

  test("one hidden cell hides the sum and the smallest other, in every way of dividing it", () => {
    expect(hide([20, 9, 3], [16, 16])).toEqual({
      ways: [
        [20, "withheld", "few"],
        ["withheld", 16],
      ],
      total: "withheld",
    });
    expect(hide([4, 4], [8])).toEqual({ ways: [["few", "few"], ["withheld"]], total: "withheld" });
    expect(hide([3])).toEqual({ ways: [["few"]], total: "few" });
  });
});

describe("the filter", () => {
  const read = (raw: Record<string, string>) => filterOf(ReportAsked.parse(raw), "2026-11-25");

  test("counts both days in", () => {
    expect(read({})).toEqual({ from: "2026-10-27", to: "2026-11-25", memberId: null, pair: null });
    expect(read({ period: "year" })).toMatchObject({ from: "2025-11-26", to: "2026-11-25" });
    expect(read({ period: "custom", from: "2026-01-01", to: "2026-01-01" })).toMatchObject({ from: "2026-01-01" });
  });

  test.each([
    [{ period: "custom", from: "", to: "2026-01-01" }, "from"],
    [{ period: "custom", from: "2026-01-01", to: "" }, "to"],
    [{ period: "custom", from: "2010-01-01", to: "2026-01-01" }, "to"],
    [{ period: "ever" }, "period"],
    [{ pair: "../x" }, "pair"],
  ])("says at the field what does not fit: %j", (raw, field) => {
    expect(ReportAsked.safeParse(raw).error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});

test("a counted set comes back from an address as it was written", () => {
  for (const asked of [{ set: "open" }, { set: "stalled", key: "ZA-US.csc-report" }] as const) {
    expect(readCounted(writeCounted(asked))).toEqual(asked);
  }
  expect(readCounted("salaries.x")).toBeNull();
});
