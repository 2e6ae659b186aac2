import { describe, expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { proclaimDay } from "@/lib/law/provisions/proclaim-day";
import { withdrawDay } from "@/lib/law/provisions/withdraw-day";
import { newId } from "@/lib/platform/ids";
import { lawOf } from "@/tests/support/law-change";
import { makeOrg } from "@/tests/support/org";

const [calendar = ""] = Object.keys(houseLaw.calendars);
const day = { calendar, day: "2027-11-24", name: "Election day", source: "Invented Gazette 1" };

async function proclaimed() {
  const org = await makeOrg();
  const { id } = await proclaimDay(await org.as("admin"), day);
  return { org, dayId: id };
}

describe("withdrawDay", () => {
  test("takes the day back, keeps it, and it can be proclaimed again", async () => {
    const { org, dayId } = await proclaimed();
    await withdrawDay(await org.as("admin"), { dayId });
    expect((await lawOf(org)).calendars[calendar]?.proclaimed).toEqual([]);
    expect(await org.auditOf(dayId)).toEqual(["law.day_proclaimed", "law.day_withdrawn"]);
    await proclaimDay(await org.as("admin"), day);
    expect((await lawOf(org)).calendars[calendar]?.proclaimed).toHaveLength(1);
  });

  test("another organisation finds no such day", async () => {
    const { org, dayId } = await proclaimed();
    const other = await makeOrg();
    await expect(withdrawDay(await other.as("admin"), { dayId })).rejects.toMatchObject({ code: "not_found" });
    expect((await lawOf(org)).calendars[calendar]?.proclaimed).toHaveLength(1);
  });

  test("names what is wrong with an id", async () => {
    const admin = await (await makeOrg()).as("admin");
    await expect(withdrawDay(admin, { dayId: "none" })).rejects.toMatchObject({
      fields: { dayId: expect.any(String) },
    });
    await expect(withdrawDay(admin, { dayId: newId() })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of two at once, one takes it back", async () => {
    const { org, dayId } = await proclaimed();
    const admin = await org.as("admin");
    const both = await Promise.allSettled([withdrawDay(admin, { dayId }), withdrawDay(admin, { dayId })]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
