import { expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { snoozeItem } from "@/lib/escalation/snoozes/snooze-item";
import { wakeItem } from "@/lib/escalation/snoozes/wake-item";
import { addDays } from "@/lib/platform/time/calendar";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { followUp, homeToday, plantFollowUp } from "@/tests/support/plant-clock";

test("whoever works on the case brings a snoozed act back, once, and it can be snoozed again", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const caseId = (await openCase(worker.ctx, caseForm())).id;
  await plantFollowUp(worker.ctx, caseId, 20);
  await advanceLadder(org.service(), { caseId });
  const asked = { caseId, itemKey: followUp, until: addDays(homeToday(worker.ctx), 5), reason: "It can wait." };
  const { id } = await snoozeItem(worker.ctx, asked);
  const colleague = await org.person("caseworker");
  await expect(wakeItem(colleague.ctx, { snoozeId: id })).rejects.toMatchObject({ code: "not_found" });
  await wakeItem(worker.ctx, { snoozeId: id });
  expect(await org.auditOf(id)).toContain("item.woken");
  await expect(wakeItem(worker.ctx, { snoozeId: id })).rejects.toMatchObject({ code: "conflict" });
  await snoozeItem(worker.ctx, asked);
});
