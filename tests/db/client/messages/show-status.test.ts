import { beforeAll, expect, test } from "vitest";
import { listOwnMessages } from "@/lib/client/messages/queries";
import { showStatus } from "@/lib/client/messages/show-status";
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

test("she sees a ready sentence with its day, or own words, and never both", async () => {
  const door = await plantPage(worker);
  const { ctx } = await opened(door);
  const { caseId } = door;
  await expect(showStatus(now(), { caseId, line: "lineOpened" })).rejects.toMatchObject({
    fields: { lineOn: expect.anything() },
  });
  await expect(showStatus(now(), { caseId, line: "lineWaiting", words: "We wait." })).rejects.toMatchObject({
    fields: { words: expect.anything() },
  });
  await showStatus(now(), { caseId, line: "lineOpened", lineOn: "2026-11-02" });
  await showStatus(now(), { caseId, words: "We meet on Monday." });
  expect(await listOwnMessages(ctx)).toMatchObject([
    { kind: "status", line: "lineOpened", lineOn: "2026-11-02", words: null },
    { kind: "status", line: null, lineOn: null, words: "We meet on Monday." },
  ]);
});
