import { beforeAll, describe, expect, test } from "vitest";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { readLadder, readStepPage } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const step = "emergency";

describe("beginStep", () => {
  test("starts a step and says so in the log", async () => {
    const caseId = await plantCase(worker, { inDanger: true });
    await beginStep(worker, { caseId, stepKey: step, note: "Under way" });
    expect(await org.auditOf(caseId)).toContain("step.begun");
    const ladder = await readLadder(worker, caseId);
    const view = ladder.levels.flatMap((level) => level.rows).flatMap((row) => [row.home, row.there]);
    expect(view.find((candidate) => candidate?.key === step)?.status).toBe("begun");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = beginStep(worker, { caseId, stepKey: step, on: "soon" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { on: expect.any(String) } });
  });

  test("says which prerequisite is not met, and begins once", async () => {
    const caseId = await plantCase(worker);
    await expect(beginStep(worker, { caseId, stepKey: "detective" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/opens/),
    });
    const both = await Promise.allSettled([1, 2].map(() => beginStep(worker, { caseId, stepKey: step })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("a step is one of the playbook's, not a word that every object knows", async () => {
    const caseId = await plantCase(worker);
    for (const word of ["constructor", "toString", "__proto__"]) {
      await expect(beginStep(worker, { caseId, stepKey: word }), word).rejects.toMatchObject({ code: "not_found" });
      await expect(readStepPage(worker, caseId, word), word).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
