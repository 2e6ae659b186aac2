import { describe, expect, test } from "vitest";
import { readAsked } from "@/app/(work)/cases/[caseId]/evidence/chats/address";
import {
  barsOf,
  clockMark,
  dayInOrder,
  foldName,
  markersIn,
  piecesWithin,
  readProblem,
  writeProblem,
} from "@/lib/evidence/chats/rules";
import { wallClock } from "@/lib/evidence/chats/wall-clock";
import { instantOnWall } from "@/lib/platform/time/zone";

const home = "Africa/Johannesburg";
const there = "America/New_York";

describe("times on a wall", () => {
  test("a hundred thousand of them are what zone.ts says of each", () => {
    const clock = wallClock(there);
    for (let hour = 0; hour < 24 * 366; hour += 1) {
      const wall = new Date(Date.UTC(2024, 0, 1, hour, 17, 5)).toISOString().slice(0, 19);
      const known = instantOnWall(wall, there);
      if (known) expect(clock(wall)).toEqual(known);
    }
  });

  test("one that the clocks jumped over is later by the jump, and marked; so is one that came twice", () => {
    const clock = wallClock(there);
    const mark = (wall: string, stamp: string) =>
      clockMark({ format: "whatsapp", sentAt: clock(wall), zone: there, stamp });
    expect(clock("2024-03-10T02:30:00")).toEqual(new Date("2024-03-10T07:30:00Z"));
    expect(mark("2024-03-10T02:30:00", "3/10/24, 2:30 AM")).toBe("jumped_over");
    expect(mark("2024-11-03T01:30:00", "11/3/24, 1:30 AM")).toBe("twice");
    expect(mark("2024-11-03T02:30:00", "11/3/24, 2:30 AM")).toBeNull();
    expect(mark("2024-07-01T23:59:58", "[01.07.24, 11:59:58 PM")).toBeNull();
  });
});

test("bars stand on the home wall, weeks on their Monday", () => {
  const times = ["2026-11-22T22:30:00Z", "2026-11-23T10:00:00Z"].map((iso) => new Date(iso));
  expect(barsOf(times, home, "day")).toEqual([{ at: "2026-11-23", count: 2 }]);
  expect(barsOf(times, home, "week")).toEqual([{ at: "2026-11-23", count: 2 }]);
  expect(barsOf(times, home, "hour")).toEqual([
    { at: "00", count: 1 },
    { at: "12", count: 1 },
  ]);
});

test("markers are whole words in both languages, and a help only", () => {
  expect(markersIn("I will kill you")).toEqual(["harm"]);
  expect(markersIn("skill and studied")).toEqual([]);
  expect(markersIn("Ek sien jou. Los my uit")).toEqual(["watching", "no_contact"]);
  expect(markersIn("don’t contact me")).toEqual(["no_contact"]);
  expect(markersIn("Die man sê niks")).toEqual([]);
  expect(markersIn("See you on Friday")).toEqual([]);
});

test("a name is one name whatever the phone puts around it", () => {
  for (const name of ["Sam Muster", "~ Sam Muster", "\u200esam  muster\u200f"])
    expect(foldName(name)).toBe("sam muster");
});

test("a problem keeps what belongs to it", () => {
  const asked = writeProblem("day_or_month_first", "03/04/2021, 10:00");
  expect(readProblem(asked)).toEqual({ problem: "day_or_month_first", detail: "03/04/2021, 10:00" });
  expect(readProblem(null)).toEqual({ problem: null, detail: null });
  expect(readProblem(writeProblem("empty", null))).toEqual({ problem: "empty", detail: null });
});

test("three numbers are a day in an order, or none", () => {
  expect(dayInOrder(["03", "04", "21"], "dmy")).toBe("2021-04-03");
  expect(dayInOrder(["03", "04", "2021"], "mdy")).toBe("2021-03-04");
  expect(dayInOrder(["13", "14", "2021"], "mdy")).toBeNull();
});

test("sizes are cut into pieces that fit; what fits nowhere stands alone, and none is left out", () => {
  const cut = (sizes: number[]) => piecesWithin(10, sizes).map(({ count, size }) => [count, size]);
  expect(cut([])).toEqual([]);
  expect(cut([4, 6, 1])).toEqual([
    [2, 10],
    [1, 1],
  ]);
  expect(cut([25, 0, 11, 5])).toEqual([
    [1, 25],
    [1, 0],
    [1, 11],
    [1, 5],
  ]);
});

test("an address names a sender by an id, or none: what only looks like one never reaches the database", () => {
  const sender = "0190a0b0-0000-7000-8000-000000000001";
  expect(readAsked({ sender }).filter.senderId).toBe(sender);
  for (const odd of ["-".repeat(36), "0".repeat(36), sender.replace("-", "0"), `${sender} `]) {
    expect(readAsked({ sender: odd }).filter.senderId).toBeUndefined();
  }
});
