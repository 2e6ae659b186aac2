import { beforeAll, expect, test } from "vitest";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { endPaper } from "@/lib/client/papers/end-paper";
import { listOwnPapers } from "@/lib/client/papers/queries";
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

test("a paper that is no longer asked for takes no answer, and one that was answered is not ended", async () => {
  const { paperId, client } = await plantClientPaper(worker);
  await endPaper(now(), { paperId });
  await expect(answerPaper(client, { paperId, answer: "declined" })).rejects.toMatchObject({ code: "conflict" });
  expect(await listOwnPapers(client)).toMatchObject([{ state: "ended" }]);
  const other = await plantClientPaper(worker);
  await answerPaper(other.client, { paperId: other.paperId, answer: "declined" });
  await expect(endPaper(now(), { paperId: other.paperId })).rejects.toMatchObject({ code: "conflict" });
});
