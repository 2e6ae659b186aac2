import { describe, expect, test } from "vitest";
import { findClock, findOffence, houseLaw, inForceOn } from "@/lib/law/jurisdictions/rules";
import { layOver } from "@/lib/law/provisions/rules";
import type { ProvisionChange } from "@/lib/law/provisions/types";
import { addWorkingDays, holidayOn } from "@/lib/platform/time/calendar";

const found = {
  version: 1,
  source: "Government Gazette 99999",
  mark: "V",
  checkedOn: "2027-01-10",
  reason: "A proclamation was read.",
};
const change = (part: ProvisionChange["part"], key: string, fields: Record<string, unknown>): ProvisionChange => ({
  ...found,
  part,
  key,
  change: fields,
});

describe("layOver", () => {
  test("is the very same law when nothing was found", () => {
    expect(layOver(houseLaw, [], [])).toEqual({ law: houseLaw, leftOut: [] });
    expect(layOver(houseLaw, [], []).law).toBe(houseLaw);
  });

  test("leaves out a day of a calendar that is only a word that every object knows", () => {
    for (const calendar of ["toString", "constructor"]) {
      const { law, leftOut } = layOver(houseLaw, [], [{ calendar, day: "2027-11-24", name: "A day" }]);
      expect(leftOut).toMatchObject([{ part: "day", key: `${calendar} 2027-11-24` }]);
      expect(Object.keys(law.calendars)).toEqual(Object.keys(houseLaw.calendars));
    }
  });

  test("changes what was found, puts the administrator's source first and leaves the release as it is", () => {
    const { law, leftOut } = layOver(houseLaw, [change("offence", "za-cca-16", { inForce: "no" })], []);
    const laid = findOffence("za-cca-16", law);
    expect(leftOut).toEqual([]);
    expect(laid?.sources[0]).toEqual({
      text: found.reason,
      source: found.source,
      marks: ["V"],
      checkedOn: found.checkedOn,
    });
    expect(laid?.sources.slice(1)).toEqual(findOffence("za-cca-16")?.sources);
    expect(laid && inForceOn(laid, "2026-11-24")).toBe(false);
    const released = findOffence("za-cca-16");
    expect(released && inForceOn(released, "2026-11-24")).toBe(true);
  });

  test("counts the newest version, whatever the order, and a withdrawal returns to the release", () => {
    const first = change("offence", "za-cca-16", { maxPenalty: "first" });
    const second = { ...change("offence", "za-cca-16", { maxPenalty: "second" }), version: 2 };
    const third = { ...change("offence", "za-cca-16", { withdrawn: true }), version: 3 };
    expect(findOffence("za-cca-16", layOver(houseLaw, [second, first], []).law)?.maxPenalty).toBe("second");
    const back = layOver(houseLaw, [first, third, second], []);
    expect(findOffence("za-cca-16", back.law)).toEqual(findOffence("za-cca-16"));
    expect(back.leftOut).toEqual([]);
  });

  test("a note goes away by null", () => {
    const noted = houseLaw.offences.find((offence) => offence.note);
    if (!noted) throw new Error("An offence with a note is needed.");
    const { law } = layOver(houseLaw, [change("offence", noted.key, { note: null })], []);
    expect(findOffence(noted.key, law)?.note).toBeUndefined();
  });

  test.each([
    ["a field that the part does not have", change("offence", "za-cca-16", { elements: ["none"] })],
    ["a value of another shape", change("offence", "za-cca-16", { inForceFrom: "next year" })],
    ["a key that the release does not have", change("offence", "za-cca-999", { maxPenalty: "x" })],
    ["a mark that is none", { ...change("clock", "T-TIDA", { enabled: false }), mark: "W" }],
  ])("leaves out %s, says so and keeps the rest", (_what, broken) => {
    const good = change("agency", houseLaw.agencies[0]?.key ?? "", { does: "Something else." });
    const { law, leftOut } = layOver(houseLaw, [broken, good], []);
    expect(leftOut).toEqual([{ part: broken.part, key: broken.key, why: expect.stringMatching(/.{10}/) }]);
    expect(law.offences).toEqual(houseLaw.offences);
    expect(law.clocks).toEqual(houseLaw.clocks);
    expect(law.agencies[0]?.does).toBe("Something else.");
  });

  test("changes a clock, whose words come from its length whatever an earlier release wrote", () => {
    const limit = { amount: 7, unit: "court_days" };
    const { law } = layOver(houseLaw, [change("clock", "T-PHA-ECSP", { limit, limitText: "9 court days" })], []);
    expect(findClock("T-PHA-ECSP", law)).toMatchObject({ limit, limitNote: "" });
  });

  test("leaves what was not changed as it is released, also what has a default", () => {
    const noted = houseLaw.clocks.find((clock) => clock.limit && clock.limitNote);
    if (!noted) throw new Error("A clock with a remark is needed.");
    const { law } = layOver(houseLaw, [change("clock", noted.code, { enabled: !noted.enabled })], []);
    expect(findClock(noted.code, law)).toMatchObject({ limitNote: noted.limitNote, enabled: !noted.enabled });
  });

  test("a proclaimed day is a holiday from then on", () => {
    const code = Object.keys(houseLaw.calendars)[0] ?? "";
    const { law, leftOut } = layOver(
      houseLaw,
      [],
      [
        { calendar: code, day: "2026-11-26", name: "Election day" },
        { calendar: "nowhere", day: "2026-11-26", name: "A day" },
      ],
    );
    const before = houseLaw.calendars[code];
    const after = law.calendars[code];
    if (!before || !after) throw new Error("A calendar is needed.");
    expect(holidayOn(after, "2026-11-26")).toBe("Election day");
    expect(addWorkingDays(after, "2026-11-25", 1)).toBe("2026-11-27");
    expect(before.proclaimed).toEqual([]);
    expect(leftOut).toEqual([{ part: "day", key: "nowhere 2026-11-26", why: expect.any(String) }]);
  });
});
