import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import {
  addDays,
  addWorkingDays,
  addYears,
  daysBetween,
  easterSunday,
  type HolidayCalendar,
  holidayOn,
  holidaysOf,
  isCivilDate,
  isWorkingDay,
  nthWeekday,
  weekdayOf,
} from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

const { ZA: za, US: us } = houseLaw.calendars as Record<"ZA" | "US", HolidayCalendar>;

describe("civil dates", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "24-11-2026", "2026-11-31", ""])("%j is no date", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  test("29 February", () => {
    expect(isCivilDate("2028-02-29")).toBe(true);
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
  });

  test("every day of 40 years has the day before it", () => {
    let date = "2000-01-01";
    for (let day = 0; day < 14_610; day += 1) {
      const next = addDays(date, 1);
      expect(addDays(next, -1)).toBe(date);
      expect(weekdayOf(next)).toBe((weekdayOf(date) + 1) % 7);
      date = next;
    }
    expect(date).toBe("2040-01-01");
    expect(daysBetween("2000-01-01", date)).toBe(14_610);
  });

  test("the first day of every seventh month from the year 100 on is as far away as the machine counts", () => {
    for (let month = 100 * 12; month < 10_000 * 12; month += 7) {
      const first = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
      const date = first.toISOString().slice(0, 10);
      if (daysBetween("1970-01-01", date) !== first.getTime() / 86_400_000) expect.fail(date);
    }
  });

  test("a date that does not exist is refused", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });

  test("one instant is two dates", () => {
    const instant = new Date("2026-11-24T22:30:00Z");
    expect(civilDate(instant, "Africa/Johannesburg")).toBe("2026-11-25");
    expect(civilDate(instant, "America/New_York")).toBe("2026-11-24");
  });
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter %i", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

describe("South African holidays", () => {
  test.each([
    ["2026-04-03", "Good Friday"],
    ["2026-04-06", "Family Day"],
    ["2026-12-16", "Day of Reconciliation"],
    ["2026-08-10", "National Women's Day (observed)"],
    ["2027-03-22", "Human Rights Day (observed)"],
    ["2028-01-01", "New Year's Day"],
    ["2022-12-26", "Day of Goodwill"],
  ])("%s %s", (date, name) => {
    expect(holidayOn(za, date)).toBe(name);
  });

  test("a Saturday is not moved; 2025 has 12 days and one Monday for a Sunday", () => {
    expect(holidayOn(za, "2026-12-25")).toBe("Christmas Day");
    expect(holidayOn(za, "2026-12-28")).toBeNull();
    expect([...holidaysOf(za, 2025).keys()]).toHaveLength(13);
  });

  test("a proclaimed day counts", () => {
    const voting = { ...za, proclaimed: [{ on: "2026-11-04", name: "Municipal elections" }] };
    expect(isWorkingDay(za, "2026-11-04")).toBe(true);
    expect(isWorkingDay(voting, "2026-11-04")).toBe(false);
  });
});

describe("US federal holidays", () => {
  test.each([
    ["2026-11-26", "Thanksgiving Day"],
    ["2026-05-25", "Memorial Day"],
    ["2026-07-03", "Independence Day (observed)"],
    ["2026-07-04", "Independence Day"],
    ["2027-12-31", "New Year's Day (observed)"],
    ["2026-01-19", "Martin Luther King Jr. Day"],
    ["2020-06-19", null],
  ])("%s %s", (date, name) => {
    expect(holidayOn(us, date)).toBe(name);
  });

  test("the last Monday of May", () => {
    expect(nthWeekday(2027, 5, 1, -1)).toBe("2027-05-31");
  });
});

describe("working days", () => {
  test("over 16 December in South Africa", () => {
    expect(addWorkingDays(za, "2026-12-14", 5)).toBe("2026-12-22");
  });

  test("over Easter", () => {
    expect(addWorkingDays(za, "2026-04-01", 5)).toBe("2026-04-10");
  });

  test("over Thanksgiving in the US only", () => {
    expect(addWorkingDays(us, "2026-11-24", 2)).toBe("2026-11-27");
    expect(addWorkingDays(za, "2026-11-24", 2)).toBe("2026-11-26");
  });

  test("none is the same day", () => {
    expect(addWorkingDays(za, "2026-12-16", 0)).toBe("2026-12-16");
  });
});
