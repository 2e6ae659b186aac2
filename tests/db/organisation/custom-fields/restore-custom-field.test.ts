import { expect, test } from "vitest";
import { restoreCustomField } from "@/lib/organisation/custom-fields/commands/restore-custom-field";
import { retireCustomField } from "@/lib/organisation/custom-fields/commands/retire-custom-field";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("retiring is undone, unless another field took the label meanwhile", async () => {
  const admin = await (await makeOrg()).as("admin");
  const fieldId = await addField(admin, { label: "Ward" });
  await retireCustomField(admin, { fieldId });
  await restoreCustomField(admin, { fieldId });
  expect(await listCustomFields(admin, "case")).toMatchObject([{ id: fieldId, isRetired: false }]);
  await retireCustomField(admin, { fieldId });
  await addField(admin, { label: "Ward" });
  await expect(restoreCustomField(admin, { fieldId })).rejects.toMatchObject({
    code: "conflict",
    fields: { label: expect.any(String) },
  });
});
