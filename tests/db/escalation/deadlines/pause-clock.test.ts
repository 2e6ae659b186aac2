import { beforeAll, describe, expect, test } from "vitest";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp as clockKey, plantFollowUp } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
const reason = "The detective is on leave.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

async function plant(): Promise<string> {
  const caseId = await plantCase(worker);
  await plantFollowUp(worker, caseId);
  return caseId;
}

const clockOf = async (caseId: string) =>
  (await readLadder(worker, caseId)).clocks.find((clock) => clock.key === clockKey);

describe("pauseClock", () => {
  test("lets a clock stand still, tells nobody of it meanwhile, and says so in the log", async () => {
    const caseId = await plant();
    await pauseClock(worker, { caseId, clockKey, reason });
    const clock = await clockOf(caseId);
    expect(clock).toMatchObject({ state: "paused", alerts: [] });
    expect(clock?.words).toMatch(/^Paused since /);
    expect(await org.auditOf(caseId)).toContain("clock.paused");
  });

  test("a clock that does not run is not found", async () => {
    const caseId = await plant();
    const other = pauseClock(worker, { caseId, clockKey: "step:detective:T-MLA", reason });
    await expect(other).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field that needs another look", async () => {
    const caseId = await plant();
    const attempt = pauseClock(worker, { caseId, clockKey, reason: " " });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("of two at once one finds it paused", async () => {
    const caseId = await plant();
    const both = await Promise.allSettled([1, 2].map(() => pauseClock(worker, { caseId, clockKey, reason })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
