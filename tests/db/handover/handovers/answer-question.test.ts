import { beforeAll, describe, expect, test } from "vitest";
import { answerQuestion } from "@/lib/handover/handovers/commands/answer-question";
import { askAboutPacket } from "@/lib/handover/handovers/commands/ask-about-packet";
import { getHandover, listDeliveries, listLaterVersions } from "@/lib/handover/handovers/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { handOver, type PlantedHandover, plantHandover, plantVersion } from "@/tests/support/plant-handover";

let org: Org;
let worker: Person;
let officer: Person;
let made: PlantedHandover;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Thandi Example");
  officer = await org.person("liaison");
  made = await plantHandover({ org, worker, officer });
});

let no = 0;
async function ask(): Promise<string> {
  no += 1;
  const asked = { handoverId: made.handoverId, reason: "insufficient_facts", words: `When was it? (${no})` };
  return (await askAboutPacket(officer.ctx, asked)).id;
}

const seenByOfficer = async (questionId: string) =>
  (await getHandover(officer.ctx, made.handoverId)).questions.find((question) => question.id === questionId)?.answer;

describe("answerQuestion", () => {
  test("is read by the officer, is no task any more, and is given once", async () => {
    const questionId = await ask();
    expect((await readMyWork(worker.ctx)).questions.count).toBe(1);
    const answered = { questionId, answer: "On 3 October, in the evening." };
    const both = await Promise.allSettled([answerQuestion(worker.ctx, answered), answerQuestion(worker.ctx, answered)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    expect(await seenByOfficer(questionId)).toMatchObject({ words: answered.answer, by: "", corrected: null });
    const [delivery] = await listDeliveries(worker.ctx, made.packetId);
    expect(delivery?.questions[0]?.answer).toMatchObject({ words: answered.answer, by: "Thandi Example" });
    const note = "Insufficient facts";
    expect(delivery?.events).toContainEqual(expect.objectContaining({ event: "answered", note }));
    expect((await readMyWork(worker.ctx)).questions.count).toBe(0);
    expect((await org.auditOf(made.handoverId)).at(-1)).toBe("handover.answered");
  });

  test("names the field that needs another look, and lets no name or address out", async () => {
    const questionId = await ask();
    const wrong = [
      [{ answer: "" }, "answer"],
      [{ answer: "Ask Fictional Person herself." }, "answer"],
      [{ answer: "In this one.", mendedBy: made.packetId }, "mendedBy"],
    ] as const;
    for (const [change, field] of wrong) {
      const attempt = answerQuestion(worker.ctx, { questionId, ...change });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("may name a later version; the officer gets the link once that is handed to them", async () => {
    const mendedBy = await plantVersion({ org, worker, officer }, made.caseId, 2);
    expect(await listLaterVersions(worker.ctx, made.packetId)).toMatchObject([{ id: mendedBy, version: 2 }]);
    const questionId = await ask();
    await answerQuestion(worker.ctx, { questionId, answer: "See the next version.", mendedBy });
    expect((await seenByOfficer(questionId))?.corrected).toEqual({
      packetId: mendedBy,
      version: null,
      handoverId: null,
    });
    const handoverId = await handOver({ org, worker, officer }, { caseId: made.caseId, packetId: mendedBy });
    expect((await seenByOfficer(questionId))?.corrected).toEqual({ packetId: mendedBy, version: 2, handoverId });
  });
});
