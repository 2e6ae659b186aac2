import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { listOfferedPapers } from "@/lib/client/papers/queries";
import { takeBackAnswer } from "@/lib/client/papers/take-back-answer";
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

test("what was signed is taken back by the client alone, and only what was signed", async () => {
  const { caseId, paperId, client } = await plantClientPaper(worker);
  await expect(takeBackAnswer(client, { paperId })).rejects.toMatchObject({ code: "conflict" });
  await answerPaper(client, { paperId, answer: "signed", agree: "on", name: "N." });
  const forge = sql`update app.client_papers set withdrawn_at = now() where id = ${paperId}`;
  await expect(bySql(now(), forge)).rejects.toThrow();
  await takeBackAnswer(client, { paperId });
  expect(await listOfferedPapers(now(), caseId)).toMatchObject([{ state: "withdrawn", answered: { name: "N." } }]);
});
