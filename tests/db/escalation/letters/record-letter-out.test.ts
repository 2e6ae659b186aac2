import { beforeAll, describe, expect, test } from "vitest";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";

let worker: Ctx;
let today: string;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
  today = homeToday(worker);
});

const letter = { to: "The station commander", channel: "registered_post", summary: "We ask for an answer." };

describe("recordLetterOut", () => {
  test("stands on the register with its proof, and follow-ups of its step count from it", async () => {
    const caseId = await plantCase(worker);
    const stepKey = "crime-stop";
    await submitStep(worker, { caseId, stepKey, on: addDays(today, -20) });
    const proof = { proofKind: "post_number", proof: "RC 000 000 000 ZA" };
    const sent = { caseId, sentOn: today, step: stepKey, ...letter, ...proof };
    expect(await recordLetterOut(worker, sent)).toMatchObject({ code: "OUT-1" });
    const desk = await readLetterDesk(worker, caseId, { direction: "out", page: 1 });
    expect(desk.letters).toMatchObject([{ code: "OUT-1", proof: { kind: "post_number", text: proof.proof } }]);
    const { facts } = await readStepPage(worker, caseId, stepKey);
    expect(facts.steps.find((step) => step.stepKey === stepKey)?.lastContactOn).toBe(today);
  });

  test.each([
    ["sentOn", { sentOn: "2999-01-01" }],
    ["to", { to: "" }],
    ["step", { step: "no-such-step" }],
  ])("what cannot be is said at %s", async (field, change) => {
    const caseId = await plantCase(worker);
    const attempt = recordLetterOut(worker, { caseId, sentOn: today, ...letter, ...change });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });
});
