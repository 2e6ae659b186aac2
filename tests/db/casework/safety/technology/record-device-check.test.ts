import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listDeviceChecks } from "@/lib/casework/safety/technology/queries";
import { recordDeviceCheck } from "@/lib/casework/safety/technology/record-device-check";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { bySql } from "@/tests/support/by-sql";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const today = () => civilDate(mine.ctx.now, "Africa/Johannesburg");

describe("the list of devices and accounts", () => {
  test("keeps what was found last about each item, with a sealed note and a day", async () => {
    const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
    const record = (over: object) =>
      recordDeviceCheck(mine.ctx, { caseId, item: "trackers", state: "to_do", checkedOn: today(), ...over });
    await record({ note: "Under the Quagga seat" });
    await record({ state: "done", note: "The police took it." });
    const checks = await listDeviceChecks(mine.ctx, caseId);
    expect(checks.find(({ item }) => item.key === "trackers")).toMatchObject({
      state: "done",
      note: "The police took it.",
      checkedOn: today(),
      by: mine.ctx.actor.name,
    });
    expect(checks.filter(({ state }) => state === "not_asked")).toHaveLength(checks.length - 1);
    const rows = await bySql(mine.ctx, sql`select * from app.safety_checks where case_id = ${caseId}`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Quagga|police/);
    await expect(record({ checkedOn: addDays(today(), 1) })).rejects.toMatchObject({
      fields: { checkedOn: expect.any(String) },
    });
    await expect(record({ item: "horoscope" })).rejects.toMatchObject({ fields: { item: expect.any(String) } });
  });
});
