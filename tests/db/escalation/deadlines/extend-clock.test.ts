import { beforeAll, describe, expect, test } from "vitest";
import { extendClock } from "@/lib/escalation/deadlines/extend-clock";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp as clockKey, homeToday, plantFollowUp, plantHandClock } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
let until: string;
const reason = "Agreed on the phone.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  until = addDays(homeToday(worker), 20);
});

async function plant(): Promise<string> {
  const caseId = await plantCase(worker);
  await plantFollowUp(worker, caseId);
  return caseId;
}

const clockOf = async (caseId: string, key: string) =>
  (await readLadder(worker, caseId)).clocks.find((clock) => clock.key === key);

describe("extendClock", () => {
  test("gives another day, keeps saying why, and says so in the log", async () => {
    const caseId = await plant();
    await extendClock(worker, { caseId, clockKey, until, reason });
    expect(await clockOf(caseId, clockKey)).toMatchObject({
      dueOn: until,
      why: expect.stringContaining("Changed to"),
    });
    expect(await org.auditOf(caseId)).toContain("clock.extended");
  });

  test("the law's own day does not move by itself: it asks who granted it, and goes on saying which day it was", async () => {
    const caseId = await plantCase(worker);
    const rule = houseLaw.clocks.find((clock) => clock.kind === "L" && clock.limit?.unit === "court_days");
    const id = await plantHandClock(worker, caseId, { code: rule?.code });
    const key = `hand:${id}`;
    const { allowed, clocks } = await readDeadlinesPage(worker, caseId);
    expect((allowed[key] ?? "") > (clocks.find((clock) => clock.key === key)?.dueOn ?? "")).toBe(true);
    const bare = extendClock(worker, { caseId, clockKey: key, until, reason });
    await expect(bare).rejects.toMatchObject({ code: "invalid", fields: { grantedBy: expect.any(String) } });
    await extendClock(worker, { caseId, clockKey: key, until, reason, grantedBy: "The magistrate's court" });
    expect((await clockOf(caseId, key))?.why).toContain("The date set by law does not move");
  });

  test.each(["2027-02-29", "0206-01-01", "", "2026-01-05"])("names the field for %s", async (bad) => {
    const caseId = await plant();
    const attempt = extendClock(worker, { caseId, clockKey, until: bad, reason });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { until: expect.any(String) } });
  });

  test("a clock that stands still has to run again first", async () => {
    const caseId = await plant();
    await pauseClock(worker, { caseId, clockKey, reason });
    await expect(extendClock(worker, { caseId, clockKey, until, reason })).rejects.toMatchObject({ code: "conflict" });
  });
});
