import { expect, test } from "vitest";
import { listReferences } from "@/lib/casework/references/queries";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { undoEntry } from "@/lib/escalation/takedowns/commands/undo-entry";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantTakedown } from "@/tests/support/plant-takedown";

test("undoes the last entry, which stays in the history, and withdraws the number that came with it", async () => {
  const worker = await (await makeOrg()).as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantTakedown(worker, caseId);
  await reportTakedown(worker, { takedownId, reportId: "IG-7", tipOffSeen: "on", removalSeen: "on" });
  await undoEntry(worker, { takedownId });
  const { item, history } = await readTakedown(worker, caseId, takedownId);
  expect([item.standing.state, item.reportIds]).toEqual(["to_report", []]);
  expect(history).toMatchObject([{ event: "reported", undone: true }]);
  expect(await listReferences(worker, caseId)).toEqual([]);
  await expect(undoEntry(worker, { takedownId })).rejects.toMatchObject({ code: "conflict" });
});
