import { beforeAll, describe, expect, test } from "vitest";
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
const reason = "The client does not want it.";

describe("skipStep", () => {
  test("leaves the step out with its reason and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await skipStep(worker, { caseId, stepKey, reason });
    expect(await org.auditOf(caseId)).toContain("step.skipped");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = skipStep(worker, { caseId, stepKey, reason: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("does not leave out what safety hangs on", async () => {
    const caseId = await plantCase(worker);
    await expect(skipStep(worker, { caseId, stepKey: "preserve-evidence", reason })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
