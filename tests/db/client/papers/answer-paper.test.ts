import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { listOfferedPapers, listOwnPapers } from "@/lib/client/papers/queries";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { plantClientPaper } from "@/tests/support/plant-client-paper";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });
describe("a paper on the client's page", () => {
  test("is signed once, with name and strokes, over the hash of what she read", async () => {
    const { caseId, paperId, client } = await plantClientPaper(worker);
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

  test("is corrected in her words, which are wanted then; staff cannot answer for her", async () => {
    const { caseId, paperId, client } = await plantClientPaper(worker);
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
});
