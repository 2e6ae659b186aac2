import { beforeAll, describe, expect, test } from "vitest";
import { clockChanges } from "@/db/schema";
import { resumeClock } from "@/lib/escalation/deadlines/resume-clock";
import { readLadder } from "@/lib/escalation/ladder/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { addHours } from "@/lib/platform/time/clock";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp as clockKey, homeToday, plantFollowUp } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
const reason = "The detective is back.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

/** Last heard ten days ago, standing still since four days ago. */
async function plant(): Promise<string> {
  const caseId = await plantCase(worker);
  await plantFollowUp(worker, caseId, 10);
  await withTransaction(worker, "read write", ({ db, orgId, now, actor }) =>
    db.insert(clockChanges).values({
      id: newId(),
      orgId,
      caseId,
      clockKey,
      change: "paused",
      on: addDays(homeToday(worker), -4),
      reason: "On leave",
      recordedBy: actor.memberId ?? "",
      recordedAt: addHours(now, -96),
    }),
  );
  return caseId;
}

describe("resumeClock", () => {
  test("moves the day by the days that it stood still, and says so in the log", async () => {
    const caseId = await plant();
    await resumeClock(worker, { caseId, clockKey, reason });
    const clock = (await readLadder(worker, caseId)).clocks.find((caseClock) => caseClock.key === clockKey);
    expect(clock).toMatchObject({ state: "running", dueOn: addDays(homeToday(worker), 8) });
    expect(clock?.why).toContain("It was paused for 4 days");
    expect(await org.auditOf(caseId)).toContain("clock.resumed");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plant();
    const attempt = resumeClock(worker, { caseId, clockKey, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("of two at once one finds it running", async () => {
    const caseId = await plant();
    const both = await Promise.allSettled([1, 2].map(() => resumeClock(worker, { caseId, clockKey, reason })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
