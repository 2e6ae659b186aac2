import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { recordOutcome } from "@/lib/ladder/record-outcome";
import { submitStep } from "@/lib/ladder/submit-step";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const stepKey = "emergency";

describe("submitStep", () => {
  test("notes the day it was sent and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await expect(submitStep(worker, { caseId, stepKey, on: "2026-11-20", at: "09:40" })).resolves.toEqual({
      on: "2026-11-20",
    });
    expect(await org.auditOf(caseId)).toContain("step.submitted");
  });

  test("is not for a liaison or an administrator", async () => {
    const caseId = await plantCase(worker);
    for (const role of ["liaison", "admin"] as const) {
      const attempt = submitStep(await org.as(role), { caseId, stepKey });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("does not know the cases of another organisation, nor of a colleague", async () => {
    const caseId = await plantCase(worker);
    const stranger = await (await makeOrg()).as("supervisor");
    const colleague = (await org.person("caseworker")).ctx;
    for (const ctx of [stranger, colleague]) {
      await expect(submitStep(ctx, { caseId, stepKey })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = submitStep(worker, { caseId, stepKey, at: "noon" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { at: expect.any(String) } });
  });

  test("refuses what only officials may send, and a second time once it is done", async () => {
    const caseId = await plantCase(worker);
    await expect(submitStep(worker, { caseId, stepKey: "interpol" })).rejects.toMatchObject({ code: "conflict" });
    await recordOutcome(worker, { caseId, stepKey, note: "Officers came and left." });
    await expect(submitStep(worker, { caseId, stepKey })).rejects.toMatchObject({ code: "conflict" });
  });
});
