import { beforeAll, describe, expect, test } from "vitest";
import { proveLetter } from "@/lib/escalation/letters/prove-letter";
import { readLetterDesk } from "@/lib/escalation/letters/queries";
import { recordLetterIn } from "@/lib/escalation/letters/record-letter-in";
import { recordLetterOut } from "@/lib/escalation/letters/record-letter-out";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { homeToday } from "@/tests/support/plant-clock";

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
});

const signed = { proofKind: "signed_for", proof: "Signed by the clerk on the counter" };

describe("proveLetter", () => {
  test("proof that comes later takes its place beside the letter", async () => {
    const caseId = await plantCase(worker);
    const sent = { caseId, to: "The court", sentOn: homeToday(worker), channel: "by_hand", summary: "The facts." };
    const { id: letterId } = await recordLetterOut(worker, sent);
    expect(await proveLetter(worker, { letterId, ...signed })).toEqual({ code: "OUT-1" });
    const { letters } = await readLetterDesk(worker, caseId, { direction: "all", page: 1 });
    expect(letters[0]?.proof).toEqual({ kind: "signed_for", text: signed.proof });
  });

  test("a letter that came in has none", async () => {
    const caseId = await plantCase(worker);
    const came = { caseId, from: "The court", receivedOn: homeToday(worker), channel: "post", summary: "A summons." };
    const { id: letterId } = await recordLetterIn(worker, came);
    await expect(proveLetter(worker, { letterId, ...signed })).rejects.toMatchObject({ code: "conflict" });
  });
});
