import { describe, expect, test } from "vitest";
import { dueOf, type Moment, runClock, runRule } from "@/lib/law/clocks/rules";
import { findClock, houseLaw, type Law } from "@/lib/law/jurisdictions/rules";
import type { ClockRule } from "@/lib/law/jurisdictions/types";
import { formatBothZones } from "@/lib/platform/text/format";
import { holidayOn } from "@/lib/platform/time/calendar";

const at = (now: string, zone = "Africa/Johannesburg"): Moment => ({
  now: new Date(now),
  today: now.slice(0, 10),
  zone,
});
const dueOn = (code: string, on: string, law?: Law) =>
  runClock(code, { on }, at("2030-01-01T08:00:00Z"), { law })?.dueOn;

/** The same five court days in the calendar of the other country. */
const abroad: ClockRule = { ...(findClock("T-PHA-ECSP") as ClockRule), calendar: "US" };
const abroadOn = (on: string) => dueOf(abroad, { on }, at("2030-01-01T08:00:00Z"))?.dueOn;

describe("court and working days in South Africa", () => {
  test.each([
    ["2026-12-10", "2026-12-18", "over 16 December"],
    ["2027-12-15", "2027-12-23", "16 December on a Thursday"],
    ["2026-03-30", "2026-04-08", "over Good Friday and Family Day 2026"],
    ["2027-03-24", "2027-04-02", "over Good Friday and Family Day 2027"],
    ["2025-04-16", "2025-04-25", "over Good Friday and Family Day 2025"],
    ["2026-08-06", "2026-08-14", "9 August on a Sunday gives its day to the Monday"],
    ["2025-06-13", "2025-06-23", "16 June on a Monday"],
    ["2026-12-24", "2027-01-04", "from 24 December to 2 January"],
  ])("5 court days from %s end on %s: %s", (on, due) => {
    expect(dueOn("T-PHA-ECSP", on)).toBe(due);
  });

  test("a day proclaimed in between pushes the end by one", () => {
    const calendar = houseLaw.calendars.ZA;
    if (!calendar) throw new Error("no calendar");
    const proclaimed = [{ on: "2026-11-04", name: "Election day" }];
    const law: Law = { ...houseLaw, calendars: { ...houseLaw.calendars, ZA: { ...calendar, proclaimed } } };
    expect(dueOn("T-PHA-ECSP", "2026-11-02")).toBe("2026-11-09");
    expect(dueOn("T-PHA-ECSP", "2026-11-02", law)).toBe("2026-11-10");
  });

  test("five more court days that the court gave", () => {
    const rule = findClock("T-PHA-ECSP") as ClockRule;
    const more = dueOf(rule, { on: "2026-12-18" }, at("2026-12-20T08:00:00Z"))?.dueOn ?? "";
    expect([rule.renewal?.amount, more]).toEqual([5, "2026-12-28"]);
    const changes = [{ change: "extended", on: "2026-12-14", until: more } as const];
    const clock = runClock("T-PHA-ECSP", { on: "2026-12-10" }, at("2026-12-20T08:00:00Z"), { changes });
    expect(clock).toMatchObject({ dueOn: more, state: "running", words: "Until 28 Dec" });
    expect(clock?.why).toContain("The date set by law does not move: 18 Dec 2026");
  });
});

describe("federal holidays in the United States", () => {
  test.each([
    ["2026-11-24", "2026-12-02", "over Thanksgiving"],
    ["2027-11-24", "2027-12-02", "over Thanksgiving 2027"],
    ["2026-07-01", "2026-07-09", "4 July on a Saturday is kept on the Friday"],
    ["2027-06-30", "2027-07-08", "4 July on a Sunday is kept on the Monday"],
  ])("5 court days from %s end on %s: %s", (on, due) => {
    expect(abroadOn(on)).toBe(due);
  });

  test("1 January on a Saturday is kept on the Friday of the year before", () => {
    expect(holidayOn(houseLaw.calendars.US ?? neverMind(), "2027-12-31")).toBe("New Year's Day (observed)");
    expect(abroadOn("2027-12-27")).toBe("2028-01-04");
  });
});

function neverMind(): never {
  throw new Error("no calendar");
}

describe("48 hours over a night when the clocks of the other country change", () => {
  const start = { on: "2026-11-01", at: new Date("2026-11-01T03:30:00Z") }; // 31 October, 23:30 in New York

  test("are 48 hours, and both walls say when they end", () => {
    const clock = runClock("T-TIDA", start, at("2026-11-02T12:00:00Z"));
    expect(clock?.dueAt?.toISOString()).toBe("2026-11-03T03:30:00.000Z");
    expect(formatBothZones(clock?.dueAt as Date, "Africa/Johannesburg", "America/New_York")).toBe(
      "3 Nov 2026, 05:30 SAST · 2 Nov 2026, 22:30 EST",
    );
  });

  test("in March the night is an hour shorter, the limit is not", () => {
    const spring = { on: "2027-03-14", at: new Date("2027-03-14T04:30:00Z") };
    const clock = runClock("T-TIDA", spring, at("2027-03-15T12:00:00Z", "America/New_York"));
    expect(clock?.dueAt?.toISOString()).toBe("2027-03-16T04:30:00.000Z");
    expect(clock?.dueOn).toBe("2027-03-16");
  });

  test("are told of at 24 hours, at the end and on the day after, at once", () => {
    const clock = runClock("T-TIDA", start, at("2026-11-01T12:00:00Z"));
    expect(
      clock?.alerts.map(({ name, on, at: instant, urgency }) => [name, on, instant?.toISOString(), urgency]),
    ).toEqual([
      ["24", "2026-11-02", "2026-11-02T03:30:00.000Z", "urgent"],
      ["due", "2026-11-03", "2026-11-03T03:30:00.000Z", "urgent"],
      ["overdue", "2026-11-04", undefined, "urgent"],
    ]);
  });
});

describe("29 February", () => {
  test("a year later it is the 28th, in a leap year it is the day itself", () => {
    expect(dueOn("T-IR-3Y", "2024-02-29")).toBe("2027-02-28");
    expect(dueOn("T-6851", "2024-02-29")).toBe("2028-02-29");
  });

  test("90 days over it count it", () => {
    expect(dueOn("T-2703F", "2027-12-01")).toBe("2028-02-29");
    expect(dueOn("T-2703F", "2026-12-01")).toBe("2027-03-01");
  });
});

describe("alerts", () => {
  const names = (code: string, on: string) =>
    runClock(code, { on }, at("2026-11-24T08:00:00Z"))?.alerts.map(
      (alert) => `${alert.name} ${alert.on} ${alert.urgency}`,
    );

  test("one that falls on the due day is the due one", () => {
    expect(names("T-SAPS-FU", "2026-11-10")).toEqual([
      "due 2026-11-24 digest",
      "overdue 2026-11-25 digest",
      "30 2026-12-10 digest",
    ]);
  });

  test("of a working-day limit are counted in working days, and the law's last days are urgent", () => {
    expect(names("T-PHA-ECSP", "2026-11-20")).toEqual([
      "3 2026-11-25 digest",
      "due 2026-11-27 urgent",
      "overdue 2026-11-28 urgent",
    ]);
  });

  test("before a day that stands on a paper are counted from that day", () => {
    const order = runClock("T-PO-EXP", { on: "2026-11-01" }, at("2026-11-24T08:00:00Z"), { paperDate: "2027-03-31" });
    expect(order?.alerts.map((alert) => `${alert.name} ${alert.on}`)).toEqual([
      "-60 2027-01-30",
      "-30 2027-03-01",
      "due 2027-03-31",
      "overdue 2027-04-01",
    ]);
  });

  test("an earliest day tells nobody until a day stands on the paper", () => {
    expect(names("T-PHA-RET", "2026-11-20")).toEqual([]);
  });
});

describe("a clock that stands still", () => {
  const rule = findClock("T-PHA-ECSP") as ClockRule;
  const paused = { change: "paused", on: "2026-12-15", until: null } as const;

  test("counts nothing and tells nobody", () => {
    const clock = runRule(rule, { on: "2026-12-14" }, at("2026-12-18T08:00:00Z"), { changes: [paused] });
    expect(clock).toMatchObject({ state: "paused", words: "Paused since 15 Dec", alerts: [] });
  });

  test("moves its end by the working days that passed, not by the weekend or 16 December", () => {
    const changes = [paused, { change: "resumed", on: "2026-12-21", until: null } as const];
    const clock = runRule(rule, { on: "2026-12-14" }, at("2026-12-21T08:00:00Z"), { changes });
    // 15, 17 and 18 December: three working days from 22 December on.
    expect(clock).toMatchObject({ dueOn: "2026-12-28", why: expect.stringContaining("It was paused for 3 days") });
    expect(clock?.alerts[0]).toMatchObject({ name: "3", on: "2026-12-23" });
  });

  test("another run of the same clock knows nothing of a day that the run before was given", () => {
    const changes = [{ change: "extended", on: "2026-11-01", until: "2026-11-20" } as const];
    const clock = runClock("T-SAPS-FU", { on: "2026-11-18" }, at("2026-11-24T08:00:00Z"), { changes });
    expect(clock?.dueOn).toBe("2026-12-02");
  });
});
