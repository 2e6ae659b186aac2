import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, writeCalendar } from "@/lib/platform/time/ics";

const now = new Date("2026-11-24T08:15:30.123Z");
const event: CalendarEvent = {
  uid: "0123456789abcdef@cases.example",
  summary: "CD-26-0012: legal deadline",
  url: "https://cases.example/cases/019ab/deadlines",
  on: "2026-12-31",
  at: null,
};

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((allSubcomponent) => new ICAL.Event(allSubcomponent));

describe("a calendar file", () => {
  test("of a whole day is read back as that day, with its number, kind and link", () => {
    const [got, ...more] = read(writeCalendar("Deadlines", [event], now));
    expect(more).toEqual([]);
    expect(got?.startDate.isDate).toBe(true);
    expect([got?.startDate.toString(), got?.endDate.toString()]).toEqual(["2026-12-31", "2027-01-01"]);
    expect([got?.uid, got?.summary, got?.description]).toEqual([event.uid, event.summary, event.url]);
    expect(got?.component.getFirstPropertyValue("url")).toBe(event.url);
    expect(got?.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-24T08:15:30Z");
  });

  test("of an hour limit is read back as that instant", () => {
    const at = new Date("2026-11-25T09:40:00Z");
    const [got] = read(writeCalendar("Deadlines", [{ ...event, at }], now));
    expect(got?.startDate.isDate).toBe(false);
    expect(got?.startDate.toJSDate()).toEqual(at);
  });

  test("escapes what would end a value, and adds no line of somebody's making", () => {
    const summary = "a,b;c\\d\r\nBEGIN:VEVENT\nSUMMARY:planted";
    const text = writeCalendar("Dead,lines;\n", [{ ...event, summary }], now);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
    expect(read(text)[0]?.summary).toBe(summary.replace("\r\n", "\n"));
  });

  test("has no line of more than 75 octets, cuts no character, and unfolds to what it was", () => {
    for (const letter of ["x", "é", "語", "🦉"]) {
      const summary = letter.repeat(200);
      const text = writeCalendar("Deadlines", [{ ...event, summary }], now);
      const lines = text.split("\r\n");
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(lines.join("").includes("\uFFFD")).toBe(false);
      expect(read(text)[0]?.summary).toBe(summary);
    }
  });

  test("ends every line as the standard says, also when it is empty", () => {
    const text = writeCalendar("Deadlines", [], now);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(read(text)).toEqual([]);
  });
});
