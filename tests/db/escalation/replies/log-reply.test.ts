import { beforeAll, describe, expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { logReply } from "@/lib/escalation/replies/log-reply";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";
import { plantIncident } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  today = homeToday(worker);
});

const stepKey = "information-regulator";
const number = { kind: "information_regulator", raw: "IR 4471/2026", receivedVia: "email", keepAsTyped: "on" };

/** A case whose complaint the regulator has: it gave its number. */
async function received(on = addDays(today, -40)): Promise<string> {
  const caseId = await plantCase(worker);
  await plantIncident(worker, caseId, 1);
  await recordReference(worker, { caseId, ...number, raw: `IR ${caseId.slice(-6)}/2026`, issuedOn: on });
  return caseId;
}

describe("logReply", () => {
  test("a call alone changes no state, and the next act has its day and leads to the step", async () => {
    const caseId = await plantCase(worker);
    const next = { nextAct: "Phone the clerk again", nextOn: addDays(today, 5) };
    await logReply(worker, {
      caseId,
      stepKey: "csc-report",
      channel: "call",
      withWhom: "The clerk",
      note: "Busy",
      ...next,
    });
    const page = await readStepPage(worker, caseId, "csc-report");
    expect(page.facts.steps).toEqual([]);
    expect(page.events).toMatchObject([{ event: "contact", channel: "call", withWhom: "The clerk", note: "Busy" }]);
    expect(page.facts.handClocks).toMatchObject([{ title: next.nextAct, dueOn: next.nextOn, stepKey: "csc-report" }]);
    expect(await org.auditOf(caseId)).toContain("step.reply_logged");
  });

  test("B13: a number is no answer; the answer ends the clock that asks for it, and says which", async () => {
    const caseId = await received();
    const before = await readStepPage(worker, caseId, stepKey);
    expect(before.stage).toMatchObject({ stage: "received", by: "Regulator" });
    expect(before.act).toMatchObject({ rule: "overdue", whom: "Regulator", due: { late: true } });
    const answer = { answers: "all", outcome: "Accepted for investigation", note: "By letter" };
    const { ended } = await logReply(worker, { caseId, stepKey, channel: "letter", ...answer });
    expect(ended).toEqual(["Information Regulator (POPIA): Ask what became of it"]);
    const after = await readStepPage(worker, caseId, stepKey);
    expect(after.stage.stage).toBe("closed");
    expect(after.act).toBeNull();
  });

  test("an answer in part starts the follow-up again from that day, and ends the act that was planned", async () => {
    const caseId = await received();
    await logReply(worker, { caseId, stepKey, note: "Phoned", nextAct: "Phone again", nextOn: addDays(today, 3) });
    const { ended } = await logReply(worker, {
      caseId,
      stepKey,
      note: "Yes",
      answers: "part",
      outcome: "It is looked at",
    });
    expect(ended).toEqual(["Phone again"]);
    const page = await readStepPage(worker, caseId, stepKey);
    expect(page.stage).toMatchObject({ stage: "answered", on: today });
    expect(page.act).toMatchObject({ rule: "wait", due: { on: addDays(today, 30), late: false } });
  });

  test("a number that came with it is recorded, and odd ones ask at their field", async () => {
    const caseId = await plantCase(worker);
    await plantIncident(worker, caseId, 1);
    const reply = { caseId, stepKey: "us-police-report", channel: "email", note: "They gave a number" };
    await expect(logReply(worker, { ...reply, kind: "cas", raw: "13/99" })).rejects.toMatchObject({
      fields: { raw: expect.any(String) },
    });
    await logReply(worker, { ...reply, stepKey, raw: `IR ${caseId.slice(-5)}/26`, keepAsTyped: "on" });
    const page = await readStepPage(worker, caseId, stepKey);
    expect(page.stage.stage).toBe("received");
  });

  test.each([
    ["outcome", { answers: "all" }],
    ["nextOn", { nextAct: "Phone" }],
    ["nextAct", { nextOn: "2027-01-05" }],
    ["note", { note: "" }],
  ])("what is missing is said at %s", async (field, change) => {
    const attempt = logReply(worker, { caseId: await plantCase(worker), stepKey, note: "Heard", ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("a step that is not needed takes none until that is undone", async () => {
    const caseId = await plantCase(worker);
    await skipStep(worker, { caseId, stepKey: "crime-stop", reason: "Not needed" });
    const attempt = logReply(worker, { caseId, stepKey: "crime-stop", note: "Heard" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});
