import { expect, test } from "vitest";
import { askForCheck } from "@/lib/escalation/checks/ask-for-check";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantListed, turnChecksOn } from "@/tests/support/plant-checks";
import { plantStop } from "@/tests/support/plant-stop";

test("an address is checked at once by hand only where the administrator and the case allow it", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const takedownId = await plantListed(worker, caseId);
  const refused = (id: string) =>
    askForCheck(worker, { takedownId: id }).then(
      () => "",
      (error: Error) => error.message,
    );
  expect(await refused(takedownId)).toContain("has not turned");
  await turnChecksOn(await org.as("admin"));
  await askForCheck(worker, { takedownId });
  expect(await refused(await plantListed(worker, caseId, "https://elsewhere.example/p"))).toContain("not on the admin");
  await plantStop(worker, caseId);
  expect(await refused(takedownId)).toContain("images of a minor");
  expect(await org.auditOf(takedownId)).toEqual(["takedown.added", "takedown.check_asked"]);
});
