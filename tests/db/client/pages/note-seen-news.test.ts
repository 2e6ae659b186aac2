import { beforeAll, expect, test } from "vitest";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
import { noteSeenNews } from "@/lib/client/pages/note-seen-news";
import { readMyWork } from "@/lib/oversight/my-work/queries";
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

test("what a client did is news in My work until somebody saw it, and again when she does more", async () => {
  const door = await plantPage(worker);
  const { ctx } = await opened(door);
  const write = () => writeAsClient({ ...ctx, now: new Date() }, { words: "Is there news?" });
  const news = async () => (await readMyWork(now())).clientNews.items.map(({ caseId, files }) => [caseId, files]);
  expect(await news()).toEqual([]);
  await write();
  expect(await news()).toEqual([[door.caseId, 0]]);
  await noteSeenNews(now(), { pageId: door.pageId });
  expect(await news()).toEqual([]);
  await write();
  expect(await news()).toEqual([[door.caseId, 0]]);
});
