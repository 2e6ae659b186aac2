import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { proclaimDay } from "@/lib/law/provisions/proclaim-day";
import { addWorkingDays, holidayOn } from "@/lib/platform/time/calendar";
import { lawOf } from "@/tests/support/law-change";
import { makeOrg } from "@/tests/support/org";

const [calendar = ""] = Object.keys(houseLaw.calendars);
const day = { calendar, day: "2027-11-24", name: "Election day", source: "Invented Gazette 1" };

describe("proclaimDay", () => {
  test("is a holiday from then on, for this organisation, and stands in the log", async () => {
    const org = await makeOrg();
    const other = await makeOrg();
    const { id } = await proclaimDay(await org.as("admin"), day);
    const here = (await lawOf(org)).calendars[calendar];
    const there = (await lawOf(other)).calendars[calendar];
    if (!here || !there) throw new Error("A calendar is needed.");
    expect(holidayOn(here, day.day)).toBe("Election day");
    expect(addWorkingDays(here, "2027-11-23", 1)).toBe("2027-11-25");
    expect(addWorkingDays(there, "2027-11-23", 1)).toBe("2027-11-24");
    expect(await org.auditOf(id)).toEqual(["law.day_proclaimed"]);
  });

  test("names the field that needs another look", async () => {
    const admin = await (await makeOrg()).as("admin");
    const wrong = { calendar: "nowhere", day: "2027-02-29", name: "", source: "" };
    for (const [field, value] of Object.entries(wrong)) {
      await expect(proclaimDay(admin, { ...day, [field]: value }), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("refuses a day that is a holiday by calculating", async () => {
    const admin = await (await makeOrg()).as("admin");
    await expect(proclaimDay(admin, { ...day, day: "2027-12-25" })).rejects.toMatchObject({
      code: "conflict",
      fields: { day: expect.stringContaining("holiday already") },
    });
  });

  test("of two at once, one stands", async () => {
    const org = await makeOrg();
    const admin = await org.as("admin");
    const both = await Promise.allSettled([proclaimDay(admin, day), proclaimDay(admin, day)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    expect((await lawOf(org)).calendars[calendar]?.proclaimed).toHaveLength(1);
  });

  test("a calendar is one of the law's, not a word that every object knows", async () => {
    const org = await makeOrg();
    const admin = await org.as("admin");
    for (const word of ["toString", "valueOf"]) {
      await expect(proclaimDay(admin, { ...day, calendar: word }), word).rejects.toMatchObject({
        code: "invalid",
        fields: { calendar: expect.any(String) },
      });
    }
    expect(Object.keys((await lawOf(org)).calendars)).toEqual(Object.keys(houseLaw.calendars));
  });
});
