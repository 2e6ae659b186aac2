import { expect, test } from "vitest";
import { amendCustomField } from "@/lib/organisation/custom-fields/commands/amend-custom-field";
import { readFieldDesk } from "@/lib/organisation/custom-fields/queries";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("a choice that is taken out keeps its key, and the history says who changed what", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const fieldId = await addField(admin, { label: "District", kind: "choice", choices: "North\nSouth" });
  const given = { fieldId, label: "Region", audience: "owner", required: "never" };
  await amendCustomField(admin, { ...given, choices: "South\nEast", version: 0 });
  const [field] = await readFieldDesk(admin);
  expect(field?.choices).toEqual([
    { key: "south", label: "South" },
    { key: "east", label: "East" },
    { key: "north", label: "North", retired: true },
  ]);
  expect(field?.changes.map(({ what, by, differences }) => [what, by, differences.length])).toEqual([
    ["amended", "Admin Person", 3],
    ["added", "Admin Person", 0],
  ]);
  await amendCustomField(admin, { ...given, choices: "North\nSouth", version: 1 });
  expect((await readFieldDesk(admin))[0]?.choices[0]).toEqual({ key: "north", label: "North" });
  expect(await org.auditOf(fieldId)).toEqual(["custom_field.added", "custom_field.amended", "custom_field.amended"]);
});

test("what was written for few is never opened to more", async () => {
  const admin = await (await makeOrg()).as("admin");
  const fieldId = await addField(admin, { audience: "supervisors" });
  const wider = { fieldId, label: "Ward", audience: "all", required: "never", version: 0 };
  await expect(amendCustomField(admin, wider)).rejects.toMatchObject({
    code: "invalid",
    fields: { audience: expect.any(String) },
  });
});
