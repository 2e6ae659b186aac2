import { beforeAll, expect, test } from "vitest";
import { ctxFromClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { endPage } from "@/lib/client/pages/end-page";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { opened, plantPage, turnPagesOn, typePin } from "@/tests/support/plant-client-page";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

test("a page that was ended is over at once in every browser, and only who knows the PIN is told", async () => {
  const door = await plantPage(worker);
  const browsers = [(await opened(door)).browser, (await opened(door)).browser];
  await endPage(now(), { pageId: door.pageId });
  for (const browser of browsers) expect(await ctxFromClientPage(browser)).toBeNull();
  expect(await typePin(door)).toMatchObject({ outcome: "closed" });
  expect(await typePin(door, "00000000")).toMatchObject({ outcome: "wrong" });
  await expect(endPage(now(), { pageId: door.pageId })).rejects.toMatchObject({ code: "conflict" });
});

test("a page ends with its case", async () => {
  const door = await plantPage(worker);
  const { browser } = await opened(door);
  await closeCase(now(), { caseId: door.caseId, outcome: "stopped", note: "Done.", seen: "on" });
  expect(await ctxFromClientPage(browser)).toBeNull();
  expect(await typePin(door)).toMatchObject({ outcome: "closed" });
});

test("a page of a restricted case is still ended: that only takes back", async () => {
  const door = await plantPage(worker);
  const { browser } = await opened(door);
  await placeRestriction(await org.as("supervisor"), { caseId: door.caseId, reason: "The client contests the dates" });
  await endPage(now(), { pageId: door.pageId });
  expect(await ctxFromClientPage(browser)).toBeNull();
});
