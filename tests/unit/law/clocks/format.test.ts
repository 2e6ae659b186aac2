import { expect, test } from "vitest";
import {
  dueWords,
  formatBothZones,
  formatBytes,
  formatCount,
  formatDate,
  formatDateNear,
  formatInstant,
  hoursWords,
  plural,
} from "@/lib/platform/text/format";

test("dates", () => {
  expect(formatDate("2026-11-24")).toBe("24 Nov 2026");
  expect(formatDate("2026-09-01")).toBe("1 Sep 2026");
  expect(formatDate("no date")).toBe("no date");
  expect(formatDateNear("2026-12-02", "2026-11-24")).toBe("2 Dec");
  expect(formatDateNear("2027-02-09", "2026-11-24")).toBe("9 Feb 2027");
});

test("instants carry the zone, winter and summer", () => {
  expect(formatInstant(new Date("2026-11-24T09:40:00Z"), "Africa/Johannesburg")).toBe("24 Nov 2026, 11:40 SAST");
  expect(formatInstant(new Date("2026-11-24T09:40:00Z"), "America/New_York")).toBe("24 Nov 2026, 04:40 EST");
  expect(formatInstant(new Date("2026-07-24T09:40:00Z"), "America/New_York")).toBe("24 Jul 2026, 05:40 EDT");
  expect(formatInstant(new Date("2026-11-24T22:05:00Z"), "Africa/Johannesburg")).toBe("25 Nov 2026, 00:05 SAST");
  expect(formatInstant(new Date("2026-11-24T09:40:00Z"), "Asia/Kathmandu")).toBe("24 Nov 2026, 15:25 UTC+5:45");
  expect(formatBothZones(new Date("2026-11-24T01:00:00Z"), "Africa/Johannesburg", "America/New_York")).toBe(
    "24 Nov 2026, 03:00 SAST · 23 Nov 2026, 20:00 EST",
  );
});

test("numbers", () => {
  expect([0, 999, 1532, 12_345_678, 999_999, 3.2e9].map(formatBytes)).toEqual([
    "0 B",
    "999 B",
    "1.5 kB",
    "12 MB",
    "1 MB",
    "3.2 GB",
  ]);
  expect([formatCount(47, 1000), formatCount(1000, 1000), formatCount(1001, 1000), formatCount(1_234_567)]).toEqual([
    "47",
    "1,000",
    "1,000+",
    "1,234,567",
  ]);
  expect([plural(1, "exhibit"), plural(0, "exhibit"), plural(2, "reply", "replies")]).toEqual([
    "1 exhibit",
    "0 exhibits",
    "2 replies",
  ]);
});

test("due words", () => {
  expect(
    ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-12-02"].map((d) => dueWords(d, "2026-11-24")),
  ).toEqual(["4 days overdue", "1 day overdue", "Due today", "Due tomorrow", "Due 2 Dec"]);
  expect(dueWords("2026-11-24", "2026-11-24", true)).toBe("Overdue since today");
  expect(hoursWords(new Date("2026-11-25T07:40:00Z"), new Date("2026-11-24T12:40:00Z"), 48)).toBe("19 h left of 48");
});
