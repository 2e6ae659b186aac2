import { describe, expect, test } from "vitest";
import { myExposureWords } from "@/lib/evidence/exposure/labels";
import { asksForTalk, gentleThreshold, mondayOf, weeksOf } from "@/lib/evidence/exposure/rules";

describe("mondayOf", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
    ["2026-11-30", "2026-11-30"],
    ["2027-01-01", "2026-12-28"],
  ])("%s lies in the week of %s", (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });
});

describe("weeksOf", () => {
  test("puts each reveal into its week and kind, and leaves out what is older", () => {
    const weeks = weeksOf(
      [
        { what: "picture", on: "2026-11-29", count: 3 },
        { what: "text", on: "2026-11-23", count: 1 },
        { what: "page", on: "2026-11-22", count: 2 },
        { what: "picture", on: "2025-11-22", count: 9 },
      ],
      "2026-11-25",
      2,
    );
    expect(weeks).toEqual([
      { from: "2026-11-16", counts: { picture: 0, page: 2, text: 0, sound: 0, film: 0 }, total: 2 },
      { from: "2026-11-23", counts: { picture: 3, page: 0, text: 1, sound: 0, film: 0 }, total: 4 },
    ]);
  });

  test("a week asks for a talk from the threshold on", () => {
    const [week] = weeksOf([{ what: "picture", on: "2026-11-25", count: gentleThreshold }], "2026-11-25", 1);
    expect(week && asksForTalk(week)).toBe(true);
    expect(week && asksForTalk({ ...week, total: gentleThreshold - 1 })).toBe(false);
  });
});

describe("myExposureWords", () => {
  test.each([
    [{ picture: 4, page: 0, text: 0, sound: 0, film: 0 }, "You have revealed 4 pictures this week."],
    [{ picture: 1, page: 2, text: 1, sound: 0, film: 0 }, "You have revealed 1 picture, 2 pages and 1 text this week."],
    [{ picture: 0, page: 0, text: 0, sound: 2, film: 1 }, "You have revealed 2 sounds and 1 film this week."],
    [{ picture: 0, page: 0, text: 0, sound: 0, film: 0 }, "You have revealed nothing this week."],
  ])("%o", (counts, words) => {
    expect(myExposureWords(counts)).toBe(words);
  });
});
