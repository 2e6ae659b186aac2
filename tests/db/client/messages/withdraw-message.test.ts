import { beforeAll, expect, test } from "vitest";
import { listCaseMessages, listOwnMessages } from "@/lib/client/messages/queries";
import { showStatus } from "@/lib/client/messages/show-status";
import { withdrawMessage } from "@/lib/client/messages/withdraw-message";
import { writeAsClient } from "@/lib/client/messages/write-as-client";
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

test("a line of ours is taken off her page and stays in the case; what she wrote is not ours to take off", async () => {
  const door = await plantPage(worker);
  const { ctx } = await opened(door);
  const { caseId } = door;
  const { id: messageId } = await showStatus(now(), { caseId, line: "lineWaiting" });
  await withdrawMessage(now(), { messageId });
  expect(await listOwnMessages(ctx)).toEqual([]);
  expect(await listCaseMessages(now(), caseId)).toMatchObject([{ withdrawnAt: expect.any(Date) }]);
  const { id: hers } = await writeAsClient(ctx, { words: "Mine." });
  await expect(withdrawMessage(now(), { messageId: hers })).rejects.toMatchObject({ code: "not_found" });
});
