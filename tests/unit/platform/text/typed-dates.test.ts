import { describe, expect, test } from "vitest";
import { optionalDate, optionalWall, requiredDate } from "@/lib/platform/fields";
import { dayOrderOf, daysInText, formatMoment, readDay, readMoment } from "@/lib/platform/text/typed-dates";

const za = { order: dayOrderOf("ZA"), today: "2026-11-24" } as const;
const us = { order: dayOrderOf("US"), today: "2026-11-24" } as const;

describe("a moment as people type it", () => {
  test.each([
    ["12/11/2026", "12 Nov 2026"],
    ["24-11-26", "24 Nov 2026"],
    ["3.1.26", "3 Jan 2026"],
    ["2026-11-12", "12 Nov 2026"],
    ["2026/11/12", "12 Nov 2026"],
    ["12 Nov", "12 Nov 2026"],
    ["12 Nov.", "12 Nov 2026"],
    ["12 Des", "12 Dec 2025"],
    ["12 November 2026", "12 Nov 2026"],
    ["12th of November 2026", "12 Nov 2026"],
    ["12-Nov-26", "12 Nov 2026"],
    ["Nov 12, 2026", "12 Nov 2026"],
    ["12 Novemba 2026", "12 Nov 2026"],
    ["12 Mei 2026", "12 May 2026"],
    ["29/2/2024", "29 Feb 2024"],
    ["12/11/2026 14h30", "12 Nov 2026, 14:30"],
    ["12/11/2026 at 2:30 pm", "12 Nov 2026, 14:30"],
    ["12 Nov 2026, 2.30pm", "12 Nov 2026, 14:30"],
    ["12 Nov 14:30", "12 Nov 2026, 14:30"],
    ["12 Nov 2pm", "12 Nov 2026, 14:00"],
    ["12 Nov 2026 om 14h30", "12 Nov 2026, 14:30"],
    ["2026-11-12T14:30", "12 Nov 2026, 14:30"],
    ["2026-11-12T14:30:59", "12 Nov 2026, 14:30:59"],
    ["14h30 on 12 Nov 2026", "12 Nov 2026, 14:30"],
    ["12/11/2026 12:30 AM", "12 Nov 2026, 00:30"],
    ["24/11/2026 0:05", "24 Nov 2026, 00:05"],
  ])("%s is %s", (text, message) => {
    const read = readMoment(text, za);
    expect(read && formatMoment(read)).toBe(message);
  });

  test.each([
    "",
    "soon",
    "31/02/2026",
    "29/2/2026",
    "12/2026",
    "32 Nov 2026",
    "12 Nov 2026 25:00",
    "12 Nov 2026 14:70",
  ])("%j is none", (text) => {
    expect(readMoment(text, za)).toBeNull();
  });

  test("day and month are in the order of the country, and both readings are told where there are two", () => {
    expect(readDay("12/11/2026", za)).toMatchObject({ date: "2026-11-12", other: "2026-12-11" });
    expect(readDay("12/11/2026", us)).toMatchObject({ date: "2026-12-11", other: "2026-11-12" });
    expect(readDay("11/11/2026", za)).toMatchObject({ date: "2026-11-11", other: null });
    expect(readDay("13/11/2026", us)).toMatchObject({ date: "2026-11-13", other: null, isOtherOrder: true });
    expect(readDay("12 Nov 2026", us)).toMatchObject({ date: "2026-11-12", other: null });
  });

  test("a day without a year is the last such day, and nothing where nobody says today", () => {
    expect(readDay("25 November", za)).toMatchObject({ date: "2025-11-25", isYearless: true });
    expect(readDay("24 November", za)).toMatchObject({ date: "2026-11-24", isYearless: true });
    expect(readDay("24 November", { ...za, today: null })).toBeNull();
  });
});

test("the days of a text are found where they stand, and no other numbers", () => {
  const text = "On 3 October 2026 and 12/11/2026, not 10.0.12.34, 021 555 0100, 1/12/3/2026 or R12.11";
  expect(daysInText(text, za).map(({ date, start, end }) => [date, text.slice(start, end)])).toEqual([
    ["2026-10-03", "3 October 2026"],
    ["2026-11-12", "12/11/2026"],
  ]);
});

describe("a field for a date", () => {
  const messageOf = (
    schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } },
    text: string,
  ) => schema.safeParse(text).error?.issues[0]?.message;

  test("takes what a browser sends and what people type", () => {
    for (const text of ["2026-11-24", "24/11/2026", "24 Nov 2026"]) {
      expect(requiredDate("Choose the day.").parse(text)).toBe("2026-11-24");
      expect(optionalDate.parse(text)).toBe("2026-11-24");
    }
    expect(optionalDate.parse("")).toBeNull();
    expect(optionalWall.parse("24/11/2026 14h30")).toBe("2026-11-24T14:30");
    expect(optionalWall.parse("2026-11-24T14:30")).toBe("2026-11-24T14:30");
  });

  test("asks where it can be two days, and names the form where it is none", () => {
    expect(messageOf(optionalDate, "12/11/2026")).toContain("can be 12 Nov 2026 or 11 Dec 2026");
    expect(messageOf(optionalWall, "12/11/2026 14:30")).toContain("can be 12 Nov 2026 or 11 Dec 2026");
    expect(messageOf(requiredDate("Choose the day."), "soon")).toContain("2026-11-24");
    expect(messageOf(requiredDate("Choose the day."), "")).toBe("Choose the day.");
  });
});

test("a second that was written is kept: an export knows it", () => {
  const read = (text: string) => readMoment(text, { order: "dmy", today: null })?.time;
  expect(["2021-12-31T23:59:58", "31/12/2021 23:59:58", "2021-12-31T23:59:00", "2021-12-31T23:59"].map(read)).toEqual([
    "23:59:58",
    "23:59:58",
    "23:59",
    "23:59",
  ]);
  expect(read("2021-12-31T23:59:61")).toBeUndefined();
});
