import { expect, test } from "vitest";
import { moveCustomField } from "@/lib/organisation/custom-fields/commands/move-custom-field";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("a field changes places with its neighbour, and not past an end", async () => {
  const admin = await (await makeOrg()).as("admin");
  const first = await addField(admin, { label: "First" });
  await addField(admin, { label: "Second" });
  await moveCustomField(admin, { fieldId: first, way: "down" });
  expect((await listCustomFields(admin, "case")).map(({ label }) => label)).toEqual(["Second", "First"]);
  await expect(moveCustomField(admin, { fieldId: first, way: "down" })).rejects.toHaveProperty("code", "conflict");
});
