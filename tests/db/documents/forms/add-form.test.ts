import { expect, test } from "vitest";
import { listForms } from "@/lib/documents/forms/queries";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { makeOrg } from "@/tests/support/org";

test("a file that cannot be kept says why, and leaves nothing", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const bytes = Buffer.from("no form at all");
  await expect(receiveForm(admin, { bytes, follows: null }, async () => admin)).rejects.toMatchObject({
    code: "invalid",
    fields: { file: expect.stringContaining("no PDF") },
  });
  expect(await listForms(admin)).toEqual([]);
});
