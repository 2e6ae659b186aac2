import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { endPaper } from "@/lib/client/papers/end-paper";
import { offerPaper } from "@/lib/client/papers/offer-paper";
import { listOfferedPapers, listOwnPapers } from "@/lib/client/papers/queries";
import { takeBackAnswer } from "@/lib/client/papers/take-back-answer";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });
const offered = { kind: "consent", language: "zu", title: "Imvume", text: "Ngiyavuma.\n\nNgiyaqonda." };

async function plantPaper() {
  const door = await plantPage(worker);
  const { id } = await offerPaper(now(), { caseId: door.caseId, ...offered });
  return { ...door, paperId: id, client: (await opened(door)).ctx };
}

describe("a paper on the client's page", () => {
  test("is signed once, with name and strokes, over the hash of what she read", async () => {
    const { caseId, paperId, client } = await plantPaper();
    const [shown] = await listOwnPapers(client);
    expect(shown?.text).toEqual({ title: "Imvume", paragraphs: ["Ngiyavuma.", "Ngiyaqonda."] });
    await expect(answerPaper(client, { paperId, answer: "signed" })).rejects.toMatchObject({
      fields: { agree: expect.anything(), name: expect.anything() },
    });
    const strokes = JSON.stringify([
      [
        [10, 10],
        [400, 200],
      ],
    ]);
    await answerPaper(client, { paperId, answer: "signed", agree: "on", name: "Nomvula Example", strokes });
    const [paper] = await listOfferedPapers(now(), caseId);
    expect(paper).toMatchObject({
      state: "signed",
      textSha256: sha256(JSON.stringify(shown?.text)).toString("hex"),
      answered: {
        name: "Nomvula Example",
        strokes: [
          [
            [10, 10],
            [400, 200],
          ],
        ],
      },
    });
    await expect(answerPaper(client, { paperId, answer: "declined" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("that was signed is taken back by her alone", async () => {
    const { caseId, paperId, client } = await plantPaper();
    await expect(takeBackAnswer(client, { paperId })).rejects.toMatchObject({ code: "conflict" });
    await answerPaper(client, { paperId, answer: "signed", agree: "on", name: "N." });
    const forge = sql`update app.client_papers set withdrawn_at = now() where id = ${paperId}`;
    await expect(bySql(now(), forge)).rejects.toThrow();
    await takeBackAnswer(client, { paperId });
    expect(await listOfferedPapers(now(), caseId)).toMatchObject([{ state: "withdrawn" }]);
  });

  test("is corrected in her words, which are wanted then; staff cannot answer for her", async () => {
    const { caseId, paperId, client } = await plantPaper();
    await expect(answerPaper(client, { paperId, answer: "corrected" })).rejects.toMatchObject({
      fields: { words: expect.anything() },
    });
    const forge = sql`update app.client_papers set answer = 'signed' where id = ${paperId}`;
    await expect(bySql(now(), forge)).rejects.toThrow();
    await answerPaper(client, { paperId, answer: "corrected", words: "It was in May." });
    expect(await listOfferedPapers(now(), caseId)).toMatchObject([
      { state: "corrected", answered: { words: "It was in May." } },
    ]);
  });

  test("that nobody asks for any more needs no answer", async () => {
    const { paperId, client } = await plantPaper();
    await endPaper(now(), { paperId });
    await expect(answerPaper(client, { paperId, answer: "declined" })).rejects.toMatchObject({ code: "conflict" });
    expect(await listOwnPapers(client)).toMatchObject([{ state: "ended" }]);
  });
});
