import { beforeAll, describe, expect, test } from "vitest";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
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
const note = "Sworn before a commissioner, eleven annexures.";

describe("recordOutcome", () => {
  test("closes the step and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await recordOutcome(worker, { caseId, stepKey, note, on: "2026-11-20" });
    expect(await org.auditOf(caseId)).toContain("step.outcome_recorded");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = recordOutcome(worker, { caseId, stepKey, note: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { note: expect.any(String) } });
  });

  test("does not close a step that waits for its number", async () => {
    const caseId = await plantCase(worker);
    const attempt = recordOutcome(worker, { caseId, stepKey: "csc-report", note });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});
