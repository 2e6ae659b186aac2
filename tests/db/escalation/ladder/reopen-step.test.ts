import { beforeAll, describe, expect, test } from "vitest";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const stepKey = "emergency";
const reason = "It is needed after all.";

describe("reopenStep", () => {
  test("takes a skipped step back and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await skipStep(worker, { caseId, stepKey, reason: "Not wanted." });
    await reopenStep(worker, { caseId, stepKey, reason });
    expect(await org.auditOf(caseId)).toContain("step.reopened");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = reopenStep(worker, { caseId, stepKey, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("has nothing to take back before something was recorded, and takes it back once", async () => {
    const caseId = await plantCase(worker);
    await expect(reopenStep(worker, { caseId, stepKey, reason })).rejects.toMatchObject({ code: "conflict" });
    await skipStep(worker, { caseId, stepKey, reason: "Not wanted." });
    const both = await Promise.allSettled([1, 2].map(() => reopenStep(worker, { caseId, stepKey, reason })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});
