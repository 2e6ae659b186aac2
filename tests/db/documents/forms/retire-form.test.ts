import { expect, test } from "vitest";
import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import { retireForm } from "@/lib/documents/forms/commands/retire-form";
import { listOffered, readForm } from "@/lib/documents/forms/queries";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { activeForm } from "@/tests/support/form-file";
import { setUp } from "./set-up";

test("a newer version of a form takes the mapping of fields that are still there; the older one is put out of use", async () => {
  const { admin, worker, formId, ctx, caseId } = await setUp();
  const bytes = await activeForm();
  const { id } = await receiveForm(admin, { bytes, follows: formId }, async () => admin);
  const { form } = await readForm(admin, id);
  expect([form.version, form.name, form.places.length]).toEqual([2, "Application", 5]);
  await retireForm(admin, { formId });
  expect((await listOffered(worker.ctx)).map((one) => one.id)).toEqual([id]);
  await expect(fillForm(ctx, { caseId, formId })).rejects.toMatchObject({ code: "conflict" });
});
