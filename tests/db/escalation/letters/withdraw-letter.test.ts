import { beforeAll, describe, expect, test } from "vitest";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import { withdrawLetter } from "@/lib/escalation/letters/withdraw-letter";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
});

describe("withdrawLetter", () => {
  test("it stays on the register with its reason, once, and its number is not given again", async () => {
    const caseId = await plantCase(worker);
    const sent = { caseId, to: "The court", sentOn: homeToday(worker), channel: "post", summary: "The facts." };
    const { id: letterId } = await recordLetterOut(worker, sent);
    await withdrawLetter(worker, { letterId, reason: "Recorded twice" });
    await expect(withdrawLetter(worker, { letterId, reason: "Again" })).rejects.toMatchObject({ code: "conflict" });
    expect(await recordLetterOut(worker, sent)).toMatchObject({ code: "OUT-2" });
    const { letters } = await readLetterDesk(worker, caseId, { direction: "all", page: 1 });
    expect(letters.find(({ code }) => code === "OUT-1")?.withdrawn).toMatchObject({ reason: "Recorded twice" });
  });
});
