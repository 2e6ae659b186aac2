import { beforeAll, describe, expect, test } from "vitest";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
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
const note = "The client confirmed the date.";

describe("noteContact", () => {
  test("moves the day that follow-ups count from and says so in the log", async () => {
    const caseId = await plantCase(worker);
    await beginStep(worker, { caseId, stepKey });
    await noteContact(worker, { caseId, stepKey, note, on: "2026-11-21", dueOn: "2026-12-02" });
    expect(await org.auditOf(caseId)).toContain("step.contact_noted");
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = noteContact(worker, { caseId, stepKey, note: "" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { note: expect.any(String) } });
  });

  test("waits until the step was begun", async () => {
    const caseId = await plantCase(worker);
    await expect(noteContact(worker, { caseId, stepKey, note })).rejects.toMatchObject({ code: "conflict" });
  });
});
