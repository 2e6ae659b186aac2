import { expect, test } from "vitest";
import { addTakedown } from "@/lib/escalation/takedowns/commands/add-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { findWatched } from "@/lib/escalation/takedowns/find-watched";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantPairing } from "@/tests/support/plant-pairing";

test("a paired extension learns of the page that is open and of nothing else, and marks it up or gone", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const add = (url: string) => addTakedown(worker, { caseId, platform: "instagram", url });
  await add("https://www.instagram.example/p/1/");
  await add("https://www.instagram.example/p/2/");
  const { ctx } = await plantPairing(worker, caseId);
  const items = await findWatched(ctx, caseId, "https://instagram.example/p/1#top");
  expect(items).toMatchObject([{ code: "TD-1", state: "To report" }]);
  expect(await findWatched(ctx, caseId, "https://instagram.example/p/3")).toEqual([]);
  await recordLooks(ctx, { caseId, takedownIds: [items[0]?.id], seen: "gone", seenBy: "us" });
  expect(await findWatched(ctx, caseId, "https://instagram.example/p/1")).toMatchObject([{ state: "Removed" }]);
});
