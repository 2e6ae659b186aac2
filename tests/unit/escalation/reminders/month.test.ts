import { describe, expect, test } from "vitest";
import { monthLabel } from "@/lib/escalation/reminders/labels";
import {
  countriesOf,
  daysOfMonth,
  groupOf,
  holidaysBetween,
  isLate,
  monthOn,
  nextHolidays,
  readMonth,
} from "@/lib/escalation/reminders/rules";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { addDays, daysBetween, weekdayOf } from "@/lib/platform/time/calendar";
import { sampleClock } from "@/tests/support/sample-clock";

const today = "2026-11-24";

describe("a month", () => {
  test.each([
    ["2026-11", "2026-10-26", "2026-12-06"],
    // February 2027 is four whole weeks; February 2028 has a 29th.
    ["2027-02", "2027-02-01", "2027-02-28"],
    ["2028-02", "2028-01-31", "2028-03-05"],
    ["2026-12", "2026-11-30", "2027-01-03"],
  ])("%s is drawn from %s to %s", (month, from, until) => {
    const days = daysOfMonth(month);
    expect([days[0], days.at(-1)]).toEqual([from, until]);
    expect([weekdayOf(from), weekdayOf(until), days.length % 7]).toEqual([1, 0, 0]);
    expect(days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? "", 1))).toBe(true);
  });

  test.each([
    ["2026-11", 1, "2026-12"],
    ["2026-12", 1, "2027-01"],
    ["2027-01", -1, "2026-12"],
    ["2026-11", -23, "2024-12"],
  ])("%s and %i more is %s", (month, by, other) => {
    expect(monthOn(month, by)).toBe(other);
  });

  test.each([
    ["2027-02", "2027-02"],
    ["2027-13", "2026-11"],
    ["1026-01", "2026-11"],
    ["2026-2", "2026-11"],
    [undefined, "2026-11"],
    [["2027-02"], "2026-11"],
  ])("an address that says %s shows %s", (text, month) => {
    expect(readMonth(text, today)).toBe(month);
  });

  test("has a name", () => {
    expect([monthLabel("2026-01"), monthLabel("2026-12")]).toEqual(["January 2026", "December 2026"]);
  });
});

describe("holidays", () => {
  test("of every country that a playbook goes from or to, with its code", () => {
    const codes = countriesOf(houseLaw).map((country) => country.code);
    expect(codes.length).toBeGreaterThan(1);
    const days = holidaysBetween(houseLaw, "2026-11-23", "2027-01-03");
    expect(days.get("2026-11-26")).toEqual([expect.stringMatching(/^US: Thanksgiving/)]);
    expect(days.get("2026-12-16")).toEqual(["ZA: Day of Reconciliation"]);
    expect(days.get("2026-12-25")?.length).toBe(2);
    expect(days.get("2027-01-01")?.length).toBe(2);
    expect([...days.keys()].every((day) => day >= "2026-11-23" && day <= "2027-01-03")).toBe(true);
  });

  test("the next one of each country, over the turn of the year too", () => {
    expect(nextHolidays(houseLaw, today).map(({ country, date }) => [country.code, date])).toEqual(
      expect.arrayContaining([
        ["ZA", "2026-12-16"],
        ["US", "2026-11-26"],
      ]),
    );
    expect(nextHolidays(houseLaw, "2026-12-27").every(({ date }) => date === "2027-01-01")).toBe(true);
  });
});

describe("a deadline stands under", () => {
  test.each([
    ["2026-11-23", "overdue", "step:a:T-A", "overdue"],
    ["2026-11-24", "overdue", "step:a:T-A", "overdue"],
    ["2026-11-24", "soon", "step:a:T-A", "today"],
    ["2026-11-25", "soon", "step:a:T-A", "week"],
    ["2026-12-01", "running", "step:a:T-A", "week"],
    ["2026-12-02", "running", "step:a:T-A", "later"],
    ["2027-02-22", "running", "step:a:T-A", "later"],
    ["2027-02-23", "running", "step:a:T-A", "far"],
    ["2026-11-20", "paused", "step:a:T-A", "paused"],
    ["2026-11-20", "overdue", "case:T-A", "passed"],
  ] as const)("due %s, %s, %s: %s", (dueOn, state, key, group) => {
    expect(groupOf(sampleClock({ dueOn, state, key, daysLeft: daysBetween(today, dueOn) }))).toBe(group);
  });

  test("overdue, when it is a date of our own for the whole case; but no mail repeats it each day", () => {
    const clock = sampleClock({ kind: "D", state: "overdue", key: "case:T-A" });
    expect([groupOf(clock), isLate(clock)]).toEqual(["overdue", false]);
    expect(isLate(sampleClock({ state: "overdue" }))).toBe(true);
    expect(isLate(sampleClock({ state: "soon" }))).toBe(false);
  });
});
