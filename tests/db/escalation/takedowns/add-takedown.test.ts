import { beforeAll, expect, test } from "vitest";
import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
});

test("the platform is read from the address, and asked for where the address does not say it", async () => {
  const caseId = await plantCase(worker);
  await addTakedown(worker, { caseId, url: "https://x.com/someone/status/1" });
  const attempt = addTakedown(worker, { caseId, url: "https://pictures.example/1" });
  await expect(attempt).rejects.toMatchObject({ fields: { platform: expect.any(String) } });
  await addTakedown(worker, { caseId, url: "https://pictures.example/1", platform: "other", kind: "image" });
  const { items } = await listTakedowns(worker, caseId);
  expect(items.map(({ platform, kind }) => [platform, kind])).toEqual([
    ["x", "post"],
    ["other", "image"],
  ]);
});

test("one address is one item, however it is written", async () => {
  const caseId = await plantCase(worker);
  await addTakedown(worker, { caseId, url: "https://www.instagram.com/p/1/" });
  const again = addTakedown(worker, { caseId, url: "instagram.com/p/1" });
  await expect(again).rejects.toMatchObject({ code: "conflict", fields: { url: expect.stringContaining("TD-1") } });
});

test("without an address an account says where it is", async () => {
  const caseId = await plantCase(worker);
  const attempt = addTakedown(worker, { caseId, platform: "x", what: "A message" });
  await expect(attempt).rejects.toMatchObject({ fields: { url: expect.any(String) } });
});
