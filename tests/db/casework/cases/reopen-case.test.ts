import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";
import { readLadder } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { followUp, plantFollowUp } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
const reason = "It began again.";

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

async function plant(): Promise<string> {
  const caseId = await plantCase(worker);
  await plantFollowUp(worker, caseId, 20);
  await closeCase(worker, { caseId, outcome: "stopped", note: "Nothing more came.", seen: "on" });
  return caseId;
}

describe("reopenCase", () => {
  test("lets its clocks run from where they began, and says so in the log", async () => {
    const caseId = await plant();
    await reopenCase(worker, { caseId, reason });
    const clock = (await readLadder(worker, caseId)).clocks.find((caseClock) => caseClock.key === followUp);
    expect(clock).toMatchObject({ state: "overdue", daysLeft: -6 });
    expect(await org.auditOf(caseId)).toContain("case.reopened");
  });

  test("is for supervisors too", async () => {
    const caseId = await plant();
    await expect(reopenCase(await org.as("supervisor"), { caseId, reason })).resolves.toEqual({ id: caseId });
  });

  test("names the field that needs another look", async () => {
    const attempt = reopenCase(worker, { caseId: await plant(), reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("of two at once one finds it open", async () => {
    const caseId = await plant();
    const both = await Promise.allSettled([1, 2].map(() => reopenCase(worker, { caseId, reason })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
