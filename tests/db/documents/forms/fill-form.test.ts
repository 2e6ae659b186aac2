import { expect, test } from "vitest";
import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import { readFilled, readForm } from "@/lib/documents/forms/queries";
import { makeOrg } from "@/tests/support/org";
import { setUp } from "./set-up";

test("filling a form opens the client's name only with a fresh proof, which is logged", async () => {
  const { worker, fill } = await setUp();
  await expect(fill(worker.ctx)).rejects.toMatchObject({ code: "invalid" });
});

test("nobody outside the case sees a filled form, no administrator, and no other organisation the form", async () => {
  const { org, admin, caseId, formId, fill } = await setUp();
  const { id } = await fill();
  const colleague = await org.person("caseworker");
  await expect(readFilled(colleague.ctx, caseId, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(readFilled(admin, caseId, id)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await (await makeOrg()).as("admin");
  await expect(readForm(stranger, formId)).rejects.toMatchObject({ code: "not_found" });
});

test("an answer that the form does not offer is refused at its question", async () => {
  const { ctx, caseId, formId } = await setUp();
  await expect(fillForm(ctx, { caseId, formId, answers: ["Klingon"] })).rejects.toMatchObject({
    fields: { "answers.0": expect.any(String) },
  });
});
