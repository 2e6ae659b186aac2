import { expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { numberTakedown } from "@/lib/escalation/takedowns/commands/number-takedown";
import { reportTakedown } from "@/lib/escalation/takedowns/commands/report-takedown";
import { readTakedown } from "@/lib/escalation/takedowns/queries";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantTakedown } from "@/tests/support/plant-takedown";

const ticks = { tipOffSeen: "on", removalSeen: "on" };

test("an ID that came later joins the report; one that was on the case before is chosen, and by one item only", async () => {
  const worker = await (await makeOrg()).as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantTakedown(worker, caseId);
  const early = numberTakedown(worker, { takedownId, reportId: "IG-1" });
  await expect(early).rejects.toMatchObject({ code: "conflict" });
  await reportTakedown(worker, { takedownId, ...ticks });
  const number = { caseId, kind: "platform_report", raw: "IG-0001-22", issuer: "Instagram", receivedVia: "email" };
  const { id: referenceId } = await recordReference(worker, number);
  expect((await readTakedown(worker, caseId, takedownId)).loose).toEqual([{ value: referenceId, label: "IG-0001-22" }]);
  await numberTakedown(worker, { takedownId, referenceId });
  const { item, loose } = await readTakedown(worker, caseId, takedownId);
  expect([item.reportIds, loose]).toEqual([["IG-0001-22"], []]);
  const other = await plantTakedown(worker, caseId);
  await reportTakedown(worker, { takedownId: other, ...ticks });
  await expect(numberTakedown(worker, { takedownId: other, referenceId })).rejects.toMatchObject({
    fields: { referenceId: expect.any(String) },
  });
});
