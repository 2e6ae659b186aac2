import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const number = { kind: "cas", raw: "Voorbeeldfontein CAS 214/10/2026", receivedVia: "sms" };

describe("advanceLadder", () => {
  test("completes the step that waited for the CAS number, and opens it again when the number is withdrawn", async () => {
    const caseId = await plantCase(worker);
    const { id } = await recordReference(worker, { caseId, ...number });
    const first = await advanceLadder(org.service(), { caseId });
    expect(first.completed).toContain("csc-report");
    expect((await readStepPage(worker, caseId, "csc-report")).view.status).toBe("done");
    expect(await org.auditOf(caseId)).toContain("step.completed");
    await withdrawReference(worker, { referenceId: id, reason: "It belongs to another client." });
    await advanceLadder(org.service(), { caseId });
    expect((await readStepPage(worker, caseId, "csc-report")).view.status).not.toBe("done");
  });

  test("a step whose rule came to be met has the day of what met it, not the day on which that was noticed", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, {
      caseId,
      ...number,
      raw: "Voorbeeldfontein CAS 947/10/2026",
      issuedOn: "2026-10-13",
    });
    await advanceLadder(org.service(), { caseId });
    const { events } = await readStepPage(worker, caseId, "csc-report");
    expect(events.map(({ event, happenedOn }) => [event, happenedOn])).toEqual([["done", "2026-10-13"]]);
  });

  test("keeps what lists show of the case", async () => {
    const caseId = await plantCase(worker);
    await advanceLadder(org.service(), { caseId });
    const [row] = await withTransaction(worker, "read only", (ctx) => ctx.db.select().from(cases));
    expect(row?.nextStep).not.toBe("");
    expect(row?.marks).toMatch(/^[downb-]+\/[down]+\/[b-]+$/);
  });

  test("names the field of a bad id", async () => {
    const attempt = advanceLadder(org.service(), { caseId: "7" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { caseId: expect.any(String) } });
  });

  test("a second run finds the work done", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, ...number, raw: "Voorbeeldfontein CAS 215/10/2026" });
    await advanceLadder(org.service(), { caseId });
    const again = await advanceLadder(org.service(), { caseId });
    expect(again.completed).toEqual([]);
  });
});
