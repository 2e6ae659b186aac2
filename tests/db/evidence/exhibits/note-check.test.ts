import { beforeAll, describe, expect, test } from "vitest";
import { noteCheck } from "@/lib/evidence/exhibits/commands/note-check";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let exhibitId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  exhibitId = (await addExhibit(worker, caseId, seededBytes(100, 1))).exhibitId;
});

describe("noteCheck", () => {
  test("writes a check into ledger and log, and one that failed as a failure", async () => {
    await noteCheck(worker, { exhibitId, verified: false });
    await noteCheck(worker, { exhibitId, verified: true });
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.slice(-2).map((event) => event.verified)).toEqual([false, true]);
    expect((await org.auditOf(exhibitId)).slice(-3)).toEqual([
      "exhibit.checked",
      "evidence.check_failed",
      "exhibit.checked",
    ]);
  });

  test("names the field that needs another look", async () => {
    const attempt = noteCheck(worker, { exhibitId, verified: "perhaps" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { verified: expect.any(String) } });
  });

  test("many at once make one chain without a gap", async () => {
    await Promise.all([1, 2, 3].map(() => noteCheck(worker, { exhibitId, verified: true })));
    expect((await readExhibit(worker, caseId, exhibitId)).ledger.broken).toBeNull();
  });
});
