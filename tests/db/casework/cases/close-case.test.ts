import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { readClosingPage } from "@/lib/escalation/deadlines/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { readCaseClocks } from "@/lib/escalation/ladder/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantFollowUp } from "@/tests/support/plant-clock";

let org: Org;
let worker: Ctx;
const how = { outcome: "stopped", note: "The account is gone.", seen: "on" };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

async function plant(): Promise<string> {
  const caseId = await plantCase(worker);
  await plantFollowUp(worker, caseId, 20);
  return caseId;
}

const rowOf = (caseId: string) =>
  withTransaction(worker, "read only", async ({ db }) => {
    const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
    if (!row) throw new Error("no case");
    return row;
  });

describe("closeCase", () => {
  test("lists what stays open, then stops its clocks, and says so in the log", async () => {
    const caseId = await plant();
    await advanceLadder(org.service(), { caseId });
    const { open } = await readClosingPage(worker, caseId);
    expect(open.map((openItem) => openItem.kind)).toEqual(expect.arrayContaining(["clock", "step"]));
    await closeCase(worker, { caseId, ...how });
    const row = await rowOf(caseId);
    expect(row).toMatchObject({ outcome: "stopped", nextStep: "", nextDueOn: null, closedBy: worker.actor.memberId });
    expect(row.closingNote).not.toContain("account");
    expect((await withTransaction(worker, "read only", (scoped) => readCaseClocks(scoped, [row]))).size).toBe(0);
    expect((await readClosingPage(worker, caseId)).closed).toMatchObject({ note: how.note });
    expect(await org.auditOf(caseId)).toContain("case.closed");
  });

  test("a closed case is not changed, and a job that comes late leaves it as it is", async () => {
    const caseId = await plant();
    await closeCase(worker, { caseId, ...how });
    const attempt = noteContact(worker, { caseId, stepKey: "detective", note: "He phoned." });
    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      message: "This case is closed. Reopen it first.",
    });
    await advanceLadder(org.service(), { caseId });
    expect(await rowOf(caseId)).toMatchObject({ nextStep: "", nextDueOn: null });
  });

  test("is for supervisors too", async () => {
    const caseId = await plant();
    await expect(closeCase(await org.as("supervisor"), { caseId, ...how })).resolves.toEqual({ id: caseId });
  });

  test.each([
    ["outcome", { outcome: "won" }],
    ["note", { note: " " }],
    ["seen", { seen: undefined }],
  ])("names the field %s", async (field, change) => {
    const attempt = closeCase(worker, { caseId: await plant(), ...how, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("of two at once one finds it closed", async () => {
    const caseId = await plant();
    const both = await Promise.allSettled([1, 2].map(() => closeCase(worker, { caseId, ...how })));
    const failed = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failed).toMatchObject([{ code: "conflict" }]);
  });
});
