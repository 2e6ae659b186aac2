import { expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { removePlanEntry } from "@/lib/casework/safety/plans/remove-plan-entry";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("an entry is taken off the safety plan once", async () => {
  const org = await makeOrg();
  const mine = await org.person("caseworker");
  const { id: caseId } = await openSample(mine.ctx, { risk: "standard" });
  const { id: entryId } = await addPlanEntry(mine.ctx, { caseId, section: "people", what: "A sister" });
  await removePlanEntry(mine.ctx, { caseId, entryId });
  await expect(removePlanEntry(mine.ctx, { caseId, entryId })).rejects.toMatchObject({ code: "not_found" });
});
