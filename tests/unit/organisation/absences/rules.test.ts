import { describe, expect, test } from "vitest";
import { boundsOf, stateOf, wrongDays } from "@/lib/organisation/absences/rules";

const at = (iso: string) => new Date(iso);

describe("boundsOf", () => {
  test("runs from the first midnight to the one after the last day, on the office wall", () => {
    expect(boundsOf("2026-11-25", "2026-11-25", "Africa/Johannesburg")).toEqual({
      startsAt: at("2026-11-24T22:00:00Z"),
      endsAt: at("2026-11-25T22:00:00Z"),
    });
  });

  test("has the hour more or less of the days on which clocks change", () => {
    const { startsAt, endsAt } = boundsOf("2026-11-01", "2026-11-01", "America/New_York");
    expect(endsAt.getTime() - startsAt.getTime()).toBe(25 * 3_600_000);
  });

  test("begins an hour later where the clocks go forward at midnight", () => {
    const { startsAt } = boundsOf("2026-09-06", "2026-09-07", "America/Santiago");
    expect(startsAt).toEqual(at("2026-09-06T04:00:00Z"));
  });
});

describe("stateOf", () => {
  const leave = { startsAt: at("2026-11-25T00:00:00Z"), endsAt: at("2026-11-27T00:00:00Z"), endedAt: null };

  test.each([
    ["2026-11-24T23:59:59Z", "coming"],
    ["2026-11-25T00:00:00Z", "now"],
    ["2026-11-26T23:59:59Z", "now"],
    ["2026-11-27T00:00:00Z", "over"],
  ])("at %s it is %s", (now, state) => {
    expect(stateOf(leave, at(now))).toBe(state);
  });

  test("what was ended early is over", () => {
    expect(stateOf({ ...leave, endedAt: at("2026-11-25T01:00:00Z") }, at("2026-11-25T02:00:00Z"))).toBe("over");
  });
});

describe("wrongDays", () => {
  const today = "2026-11-25";

  test("today alone is a leave", () => {
    expect(wrongDays(today, today, today)).toBeNull();
  });

  test.each([
    ["2026-11-24", "2026-11-26", "fromOn"],
    ["2026-11-26", "2026-11-25", "untilOn"],
    ["2026-11-25", "2027-06-03", "untilOn"],
  ])("%s to %s is wrong at %s", (from, until, field) => {
    expect(Object.keys(wrongDays(from, until, today) ?? {})).toEqual([field]);
  });

  test("190 days are the most", () => {
    expect(wrongDays("2026-11-25", "2027-06-02", today)).toBeNull();
  });
});
