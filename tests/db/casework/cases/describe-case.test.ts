import { expect, test } from "vitest";
import { describeCase } from "@/lib/casework/cases/commands/describe-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { ClashError } from "@/lib/platform/errors";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("the sentence of a case saved in a hurry is written later, and of two who write it one is shown the other's", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx, { matter: "Not written yet" });
  await describeCase(ctx, { caseId, matter: "Threats after she left", version: 0 });
  expect((await readCaseHeader(ctx, caseId)).matter).toBe("Threats after she left");
  expect(await org.auditOf(caseId)).toEqual(["case.opened", "case.described"]);
  await expect(describeCase(ctx, { caseId, matter: "Threats after she left", version: 1 })).rejects.toHaveProperty(
    "code",
    "conflict",
  );
  await expect(describeCase(ctx, { caseId, matter: "Something else", version: 0 })).rejects.toBeInstanceOf(ClashError);
});
