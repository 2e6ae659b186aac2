import { expect, test } from "vitest";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { makeOrg } from "@/tests/support/org";
import { addField } from "@/tests/support/own-field";

test("text is encrypted and a choice is not, unless the administrator says so, and no two fields are called the same", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  await addField(admin, { label: "Ward" });
  await addField(admin, { label: "District", kind: "choice", choices: "North\n\nSouth " });
  await addField(admin, { label: "Shelter", kind: "tick", storage: "sealed" });
  const fields = await listCustomFields(await org.as("caseworker"), "case");
  expect(fields.map(({ label, isSealed }) => [label, isSealed])).toEqual([
    ["Ward", true],
    ["District", false],
    ["Shelter", true],
  ]);
  expect(fields[1]?.choices).toEqual([
    { key: "north", label: "North" },
    { key: "south", label: "South" },
  ]);
  await expect(addField(admin, { label: "ward" })).rejects.toMatchObject({
    code: "conflict",
    fields: { label: expect.any(String) },
  });
  await addField(admin, { label: "Ward", record: "client" });
});

test("a list needs two choices, and only what everybody sees can be required", async () => {
  const admin = await (await makeOrg()).as("admin");
  const refused = (field: string) => ({ code: "invalid", fields: { [field]: expect.any(String) } });
  await expect(addField(admin, { kind: "choice", choices: "One" })).rejects.toMatchObject(refused("choices"));
  await expect(addField(admin, { kind: "choice", choices: "One\nOne" })).rejects.toMatchObject(refused("choices"));
  const hidden = { audience: "supervisors", required: "opening" };
  await expect(addField(admin, hidden)).rejects.toMatchObject(refused("required"));
  const closing = { record: "client", required: "closing" };
  await expect(addField(admin, closing)).rejects.toMatchObject(refused("required"));
});
