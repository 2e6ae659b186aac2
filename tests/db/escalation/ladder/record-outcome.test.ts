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

  test("is not for a liaison or an administrator", async () => {
    const caseId = await plantCase(worker);
    for (const role of ["liaison", "admin"] as const) {
      const attempt = recordOutcome(await org.as(role), { caseId, stepKey, note });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("does not know the cases of another organisation, nor of a colleague", async () => {
    const caseId = await plantCase(worker);
    const stranger = await (await makeOrg()).as("supervisor");
    const colleague = (await org.person("caseworker")).ctx;
    for (const ctx of [stranger, colleague]) {
      await expect(recordOutcome(ctx, { caseId, stepKey, note })).rejects.toMatchObject({ code: "not_found" });
    }
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
