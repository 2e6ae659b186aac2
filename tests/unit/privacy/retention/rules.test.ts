import { describe, expect, test } from "vitest";
import { defaultYears } from "@/lib/privacy/retention/labels";
import { decisionDay, keepingOf, wrongDay } from "@/lib/privacy/retention/rules";

describe("the retention clock", () => {
  test("counts years from the day of closing, and a day put off wins", () => {
    expect(decisionDay("2021-03-31", 5, null)).toBe("2026-03-31");
    expect(decisionDay("2024-02-29", 1, null)).toBe("2025-02-28");
    expect(decisionDay("2021-03-31", 5, "2030-01-01")).toBe("2030-01-01");
  });

  test("says whether the years are the organisation's or ours", () => {
    expect(keepingOf(null)).toEqual({ years: defaultYears, ours: true });
    expect(keepingOf(7)).toEqual({ years: 7, ours: false });
  });

  test("a new day is still to come, and not beyond thirty years", () => {
    expect(wrongDay("2026-11-26", "2026-11-26")).toMatch(/still to come/);
    expect(wrongDay("2026-11-27", "2026-11-26")).toBeNull();
    expect(wrongDay("2056-11-27", "2026-11-26")).toMatch(/30 years/);
  });
});
