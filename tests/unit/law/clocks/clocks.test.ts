import { describe, expect, test } from "vitest";
import { type Moment, runClock } from "@/lib/law/clocks/rules";
import { findClock, houseLaw } from "@/lib/law/jurisdictions/rules";

const at = (now: string): Moment => ({
  now: new Date(now),
  today: now.slice(0, 10),
  zone: "Africa/Johannesburg",
});

describe("hours", () => {
  const start = { on: "2026-11-23", at: new Date("2026-11-23T07:40:00Z") };

  test("48 hours from a valid notice", () => {
    expect(runClock("T-TIDA", start, at("2026-11-24T12:40:00Z"))).toMatchObject({
      words: "19 h left of 48",
      state: "soon",
      kind: "L",
      dueOn: "2026-11-25",
    });
  });

  test("to the minute", () => {
    expect(runClock("T-TIDA", start, at("2026-11-25T07:39:00Z"))?.words).toBe("Under 1 h left of 48");
    expect(runClock("T-TIDA", start, at("2026-11-25T07:41:00Z"))).toMatchObject({
      state: "overdue",
      words: "Just overdue",
    });
    expect(runClock("T-TIDA", start, at("2026-11-28T09:00:00Z"))?.words).toBe("3 days overdue");
  });

  test("a US daylight-saving night takes no hour away", () => {
    const saving = { on: "2026-10-31", at: new Date("2026-10-31T12:00:00Z") };
    expect(runClock("T-TIDA", saving, at("2026-11-02T11:00:00Z"))?.words).toBe("1 h left of 48");
  });

  test("without the hour they count in days", () => {
    expect(runClock("T-SAPS-CAS", { on: "2026-11-23" }, at("2026-11-24T12:00:00Z"))?.words).toBe("Due tomorrow");
  });
});

describe("days", () => {
  test("5 court days over 16 December, then overdue", () => {
    const start = { on: "2026-12-14" };
    expect(runClock("T-PHA-ECSP", start, at("2026-12-15T08:00:00Z"))).toMatchObject({
      dueOn: "2026-12-22",
      words: "Due 22 Dec",
    });
    expect(runClock("T-PHA-ECSP", start, at("2026-12-23T08:00:00Z"))).toMatchObject({
      state: "overdue",
      words: "1 day overdue",
    });
  });

  test("90 days of preservation, the year named when it is another", () => {
    const clock = runClock("T-2703F", { on: "2026-11-11" }, at("2026-11-24T08:00:00Z"), { dateWord: "Kept to" });
    expect(clock).toMatchObject({ dueOn: "2027-02-09", words: "77 days left", state: "running" });
    expect(runClock("T-2703F", { on: "2026-11-11" }, at("2027-02-10T08:00:00Z"))?.words).toBe("Lapsed 1 day ago");
  });

  test("due today is not overdue", () => {
    const marks = { natures: [], liveLink: false };
    expect(runClock("T-SAPS-FU", { on: "2026-11-10" }, at("2026-11-24T08:00:00Z"), { marks })).toMatchObject({
      state: "soon",
      words: "Due today",
      why: "every 14 days from last word, 10 Nov 2026",
    });
  });

  test("the earliest return date is no deadline, the one on the paper is", () => {
    const start = { on: "2026-11-12" };
    expect(runClock("T-PHA-RET", start, at("2026-12-05T08:00:00Z"))?.state).not.toBe("overdue");
    expect(
      runClock("T-PHA-RET", start, at("2026-12-05T08:00:00Z"), { paperDate: "2026-12-02", dateWord: "Return date" }),
    ).toMatchObject({ state: "overdue", words: "3 days overdue" });
  });

  test("three years from a 29 February", () => {
    expect(runClock("T-IR-3Y", { on: "2024-02-29" }, at("2026-11-24T08:00:00Z"))?.dueOn).toBe("2027-02-28");
  });
});

describe("what cannot run", () => {
  test.each(["T-CCA21", "T-CCA42", "T-CCA54"])("%s is not in force", (code) => {
    expect(findClock(code)?.enabled).toBe(false);
    expect(runClock(code, { on: "2026-11-24" }, at("2026-11-24T08:00:00Z"))).toBeNull();
  });

  test.each([
    ["2026-02-29", "a day that does not exist"],
    ["0206-02-10", "the year 0206"],
    ["2026-11-25", "has not come yet"],
  ])("a start on %s is shown with a warning, and counts nothing", (on, says) => {
    const clock = runClock("T-SAPS-FU", { on }, at("2026-11-24T08:00:00Z"));
    expect(clock).toMatchObject({ words: "Start date cannot be right", alerts: [], dueOn: "2026-11-24" });
    expect(clock?.warning).toContain(says);
  });

  test("an order whose expiry is not known", () => {
    expect(runClock("T-PO-EXP", { on: "2026-11-01" }, at("2026-11-24T08:00:00Z"))).toBeNull();
    expect(
      runClock("T-PO-EXP", { on: "2026-11-01" }, at("2026-11-24T08:00:00Z"), { paperDate: "2027-01-24" })?.words,
    ).toBe("61 days left");
  });
});

test("our own defaults are never called law", () => {
  for (const clock of houseLaw.clocks) {
    const ours = clock.sources.every((source) => source.source === "Our own rule");
    if (ours) expect(clock.kind, clock.code).toBe("D");
  }
});
