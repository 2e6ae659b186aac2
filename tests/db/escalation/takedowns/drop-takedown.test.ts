import { expect, test } from "vitest";
import { dropTakedown } from "@/lib/escalation/takedowns/commands/drop-takedown";
import { recordLooks } from "@/lib/escalation/takedowns/commands/record-looks";
import { undoEntry } from "@/lib/escalation/takedowns/commands/undo-entry";
import { listTakedowns } from "@/lib/escalation/takedowns/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantTakedown } from "@/tests/support/plant-takedown";

test("takes an item off only while nothing is recorded about it", async () => {
  const worker = await (await makeOrg()).as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantTakedown(worker, caseId);
  await recordLooks(worker, { caseId, takedownIds: [takedownId], seen: "up" });
  await expect(dropTakedown(worker, { takedownId })).rejects.toMatchObject({ code: "conflict" });
  await undoEntry(worker, { takedownId });
  await dropTakedown(worker, { takedownId });
  expect((await listTakedowns(worker, caseId)).items).toEqual([]);
  await expect(dropTakedown(worker, { takedownId })).rejects.toMatchObject({ code: "not_found" });
});
