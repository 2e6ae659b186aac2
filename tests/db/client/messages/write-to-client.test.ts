import { beforeAll, expect, test } from "vitest";
import { listOwnMessages } from "@/lib/client/messages/queries";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { writeToClient } from "@/lib/client/messages/write-to-client";
import { endPage } from "@/lib/client/pages/end-page";
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

test("the client finds the answer below what she asked; without an open page there is nowhere to write", async () => {
  const { caseId, pageId, ...door } = await plantPage(worker);
  const { ctx } = await opened({ caseId, pageId, ...door });
  await writeAsClient({ ...ctx, now: new Date() }, { words: "Is there news?" });
  await writeToClient(now(), { caseId, words: "Not yet." });
  expect((await listOwnMessages(ctx)).map(({ writer, words }) => [writer, words])).toEqual([
    ["client", "Is there news?"],
    ["staff", "Not yet."],
  ]);
  await endPage(now(), { pageId });
  await expect(writeToClient(now(), { caseId, words: "Too late." })).rejects.toMatchObject({ code: "conflict" });
});
