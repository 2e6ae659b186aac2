import { expect, test } from "vitest";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { retireCustomField } from "@/lib/organisation/custom-fields/commands/retire-custom-field";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("a retired field is not asked for any more, and what was written stays readable", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const fieldId = await addField(admin);
  const { id: caseId } = await openSample(worker, { custom: { [fieldId]: "Ward 7" } });
  const { id: emptyId } = await openSample(worker);
  await retireCustomField(admin, { fieldId });
  const read = await readCustomValues(worker, "case", [caseId, emptyId]);
  expect(read.get(caseId)).toMatchObject([{ value: "Ward 7", isRetired: true }]);
  expect(read.get(emptyId)).toEqual([]);
  await expect(amendCaseFields(worker, { caseId, custom: { [fieldId]: "Ward 8" }, version: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: { [`custom.${fieldId}`]: expect.any(String) },
  });
});
