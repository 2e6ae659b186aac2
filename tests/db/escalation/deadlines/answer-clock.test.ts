import { beforeAll, describe, expect, test } from "vitest";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday, plantHandClock } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
let on: string;
const note = "The letter came.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  on = homeToday(worker);
});

async function plant(): Promise<{ caseId: string; clockId: string }> {
  const caseId = await plantCase(worker);
  return { caseId, clockId: await plantHandClock(worker, caseId, { dueOn: addDays(on, 5) }) };
}

describe("answerClock", () => {
  test("stops the clock and says so in the log", async () => {
    const at = await plant();
    await answerClock(worker, { ...at, on, note });
    expect((await readLadder(worker, at.caseId)).clocks.map((clock) => clock.key)).not.toContain(`hand:${at.clockId}`);
    expect(await org.auditOf(at.clockId)).toContain("clock.answered");
  });

  test.each(["2026-02-29", "0206-01-01", "2999-01-01", "2020-01-01", ""])("names the field for %s", async (bad) => {
    const attempt = answerClock(worker, { ...(await plant()), on: bad, note });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { on: expect.any(String) } });
  });

  test("of two at once one finds it answered", async () => {
    const at = await plant();
    const both = await Promise.allSettled([1, 2].map(() => answerClock(worker, { ...at, on, note })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
