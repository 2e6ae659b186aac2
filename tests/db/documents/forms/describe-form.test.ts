import { expect, test } from "vitest";
import { listOffered, readForm } from "@/lib/documents/forms/queries";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { activeForm } from "@/tests/support/form-file";
import { makeOrg } from "@/tests/support/org";
import { mapForm } from "./map-form";

test("a form is uploaded without what was active in it, and offered once it is described and mapped", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.as("caseworker");
  const { id } = await receiveForm(admin, { bytes: await activeForm(), follows: null }, async () => admin);
  const { form } = await readForm(admin, id);
  expect(form.removed).toEqual(["actions", "files", "links", "scripts"]);
  expect(form.sha256).not.toBe(form.sentSha256);
  expect(await listOffered(worker)).toEqual([]);
  await mapForm(admin, id);
  expect((await listOffered(worker)).map(({ name }) => name)).toEqual(["Application"]);
});
