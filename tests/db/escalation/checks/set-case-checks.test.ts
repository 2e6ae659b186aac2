import { expect, test } from "vitest";
import { askForCheck } from "@/lib/escalation/checks/ask-for-check";
import { askForChecks } from "@/lib/escalation/checks/ask-for-checks";
import { readCaseChecks } from "@/lib/escalation/checks/queries";
import { setCaseChecks } from "@/lib/escalation/checks/set-case-checks";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantListed, turnChecksOn } from "@/tests/support/plant-checks";

test("a case whose client does not want it is left alone, by the round and by hand", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  await turnChecksOn(await org.as("admin"));
  const caseId = await plantCase(worker);
  const takedownId = await plantListed(worker, caseId);
  await setCaseChecks(worker, { caseId, off: "on" });
  expect(await readCaseChecks(worker, caseId)).toMatchObject({ on: true, off: true });
  await expect(askForCheck(worker, { takedownId })).rejects.toMatchObject({ code: "conflict" });
  expect(await askForChecks(org.service())).toBe(0);
  await setCaseChecks(worker, { caseId });
  expect(await askForChecks(org.service())).toBe(1);
});
