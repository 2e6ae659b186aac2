import { describe, expect, test } from "vitest";
import {
  afterQuiet,
  defaultWishes,
  digestDay,
  digestOccasion,
  dueReminders,
  hasCome,
  isDangerClock,
  isQuietTime,
  urgentOccasion,
} from "@/lib/escalation/reminders/rules";
import type { Wishes } from "@/lib/escalation/reminders/types";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { instantOnWall } from "@/lib/platform/time/zone";
import { alertOn, sampleClock } from "@/tests/support/sample-clock";

const wishes: Wishes = { ...defaultWishes(), zone: "Africa/Johannesburg" };
const inNewYork: Wishes = { ...wishes, zone: "America/New_York" };
const at = (wall: string, zone = wishes.zone): Date => {
  const found = instantOnWall(wall, zone);
  if (!found) throw new Error(`no such time: ${wall}`);
  return found;
};

describe("the usual wishes", () => {
  test("are a morning digest, urgent mails at once, quiet at night, in the zone the playbooks start from", () => {
    expect(defaultWishes()).toEqual({
      mails: "digest_and_urgent",
      zone: newestPlaybooks()[0]?.home.zone,
      digestAt: "07:30",
      quietFrom: "19:00",
      quietUntil: "07:00",
    });
  });
});

describe("quiet hours", () => {
  test.each([
    ["18:59", false],
    ["19:00", true],
    ["23:59", true],
    ["00:00", true],
    ["06:59", true],
    ["07:00", false],
    ["12:00", false],
  ])("over midnight: %s is quiet, %s", (time, quiet) => {
    expect(isQuietTime(time, wishes)).toBe(quiet);
  });

  test("within a day, and never when both ends are the same", () => {
    const lunch = { ...wishes, quietFrom: "12:00", quietUntil: "14:00" };
    expect(["11:59", "12:00", "13:59", "14:00"].map((time) => isQuietTime(time, lunch))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isQuietTime("12:00", { ...lunch, quietUntil: "12:00" })).toBe(false);
  });

  test.each([
    ["2026-11-24T12:00", "2026-11-24T12:00"],
    ["2026-11-24T19:00", "2026-11-25T07:00"],
    ["2026-11-24T23:30", "2026-11-25T07:00"],
    ["2026-11-25T02:00", "2026-11-25T07:00"],
    ["2026-12-31T22:00", "2027-01-01T07:00"],
  ])("a mail made at %s may arrive from %s", (made, arrives) => {
    expect(afterQuiet(at(made), wishes)).toEqual(at(arrives));
  });

  test("end by the wall, on the nights when the clocks change too", () => {
    // The night to 1 November 2026 has 25 hours in New York, the night to 14 March 2027 has 23.
    const zone = inNewYork.zone;
    expect(afterQuiet(at("2026-10-31T20:00", zone), inNewYork)).toEqual(at("2026-11-01T07:00", zone));
    expect(afterQuiet(at("2027-03-13T20:00", zone), inNewYork)).toEqual(at("2027-03-14T07:00", zone));
    const early = { ...inNewYork, quietUntil: "02:30" };
    expect(afterQuiet(at("2027-03-13T20:00", zone), early)).toEqual(at("2027-03-14T03:30", zone));
  });
});

describe("the digest", () => {
  test.each([
    ["2026-11-24T07:29", null],
    ["2026-11-24T07:30", "2026-11-24"],
    ["2026-11-24T18:59", "2026-11-24"],
    // A late one is not sent into the night; the next morning tells it.
    ["2026-11-24T19:00", null],
    ["2026-11-25T00:30", null],
  ])("at %s it is that of %s", (now, day) => {
    expect(digestDay(at(now), wishes)).toBe(day);
  });

  test("may be wanted in the quiet hours, and not at all", () => {
    expect(digestDay(at("2026-11-24T21:00"), { ...wishes, digestAt: "20:00" })).toBe("2026-11-24");
    expect(digestDay(at("2026-11-24T12:00"), { ...wishes, mails: "none" })).toBeNull();
  });

  test("has the day of its reader", () => {
    const now = at("2026-11-24T01:00");
    const always = { quietFrom: "00:00", quietUntil: "00:00", digestAt: "00:00" };
    expect(digestDay(now, { ...wishes, ...always })).toBe("2026-11-24");
    expect(digestDay(now, { ...inNewYork, ...always })).toBe("2026-11-23");
  });
});

describe("an alert", () => {
  const due = alertOn("due", "2026-11-24");

  test.each([
    ["2026-11-23T23:59", false],
    ["2026-11-24T00:00", true],
    ["2026-12-01T23:59", true],
    ["2026-12-02T00:00", false],
  ])("of 24 Nov, looked at %s, has come and is not history: %s", (now, come) => {
    expect(hasCome(due, at(now), wishes.zone)).toBe(come);
  });

  test("comes by the day of its reader", () => {
    const now = at("2026-11-24T03:00");
    expect([hasCome(due, now, wishes.zone), hasCome(due, now, inNewYork.zone)]).toEqual([true, false]);
  });

  test("with an hour comes at that instant everywhere", () => {
    const hour = alertOn("24", "2026-11-24", "urgent", "2026-11-24T10:00:00Z");
    const before = new Date("2026-11-24T09:59:59Z");
    const then = new Date("2026-11-24T10:00:00Z");
    for (const { zone } of [wishes, inNewYork]) {
      expect([hasCome(hour, before, zone), hasCome(hour, then, zone)]).toEqual([false, true]);
    }
  });
});

describe("what a member is told", () => {
  const now = at("2026-11-25T08:00");
  const told = (change: Partial<Wishes> = {}, clock = sampleClock()) =>
    dueReminders([clock], { ...wishes, ...change }, now).map(({ alert, urgency }) => [alert, urgency]);

  test("is each alert that has come, with its urgency", () => {
    expect(told()).toEqual([
      ["due", "digest"],
      ["overdue", "urgent"],
    ]);
  });

  test("waits for the digest when they want no urgent mails", () => {
    expect(told({ mails: "digest" })).toEqual([
      ["due", "digest"],
      ["overdue", "digest"],
    ]);
  });

  test("is nothing when they want no mail, or while the clock is paused", () => {
    expect(told({ mails: "none" })).toEqual([]);
    expect(told({}, sampleClock({ state: "paused" }))).toEqual([]);
  });
});

test("an occasion is one clock, one due day and one alert; a digest is one day", () => {
  const reminder = { clockKey: "hand:1", dueOn: "2026-11-24", alert: "due" };
  expect(urgentOccasion("case-1", reminder)).toBe("urgent:case-1:hand:1:2026-11-24:due");
  expect([digestOccasion("2026-11-24", false), digestOccasion("2026-11-24", true)]).toEqual([
    "digest:2026-11-24",
    "supervisor_digest:2026-11-24",
  ]);
});

test("only the clock that a danger starts is told about at night", () => {
  const clocks = newestPlaybooks().flatMap((playbook) => playbook.caseClocks);
  expect(clocks.filter((clock) => clock.from.event === "danger")).not.toEqual([]);
  for (const clock of clocks) expect(isDangerClock(clock.code)).toBe(clock.from.event === "danger");
  expect([isDangerClock("T-NONE"), isDangerClock(null)]).toEqual([false, false]);
});
