import { describe, expect, test } from "vitest";
import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import { retireForm } from "@/lib/documents/forms/commands/retire-form";
import { savePlaces } from "@/lib/documents/forms/commands/save-places";
import { takeFilledForm } from "@/lib/documents/forms/commands/take-filled-form";
import { withdrawFilledForm } from "@/lib/documents/forms/commands/withdraw-filled-form";
import { makeFile } from "@/lib/documents/forms/make-file";
import { listFilled, listForms, listOffered, readFilled, readForm } from "@/lib/documents/forms/queries";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { activeForm } from "@/tests/support/form-file";
import { makeOrg } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { proved } from "@/tests/support/sessions";
import { mapForm } from "./map-form";

async function setUp() {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const worker = await org.person("caseworker");
  const formId = await mapForm(admin);
  const { caseId, code } = await makeCaseToPrint(org, worker);
  const ctx = await proved(worker.ctx);
  const fill = async (by: Ctx = ctx) => fillForm(by, { caseId, formId, answers: ["isiZulu"] });
  return { org, admin, worker, ctx, formId, caseId, code, fill };
}

describe("a form of a body", () => {
  test("is uploaded without what was active in it, and offered once it is described and mapped", async () => {
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

  test("that cannot be kept says why, and leaves nothing", async () => {
    const org = await makeOrg();
    const admin = await org.as("admin");
    const bytes = Buffer.from("no form at all");
    await expect(receiveForm(admin, { bytes, follows: null }, async () => admin)).rejects.toMatchObject({
      code: "invalid",
      fields: { file: expect.stringContaining("no PDF") },
    });
    expect(await listForms(admin)).toEqual([]);
  });

  test("keeps what somebody else mapped meanwhile, and says at the row what is wrong", async () => {
    const { admin, formId } = await setUp();
    const { form } = await readForm(admin, formId);
    const saving = (mapping: number, places: unknown[]) => savePlaces(admin, { formId, mapping, places });
    await expect(saving(form.mapping - 1, form.places)).rejects.toMatchObject({ code: "conflict" });
    const wrong = [{ ...form.places[0], origin: "fact", fact: "client.shoeSize" }];
    await expect(saving(form.mapping, wrong)).rejects.toMatchObject({
      fields: { "places.0.origin": expect.any(String) },
    });
  });

  test("in a newer version takes the mapping of fields that are still there; the older one is put out of use", async () => {
    const { admin, worker, formId, ctx, caseId } = await setUp();
    const bytes = await activeForm();
    const { id } = await receiveForm(admin, { bytes, follows: formId }, async () => admin);
    const { form } = await readForm(admin, id);
    expect([form.version, form.name, form.places.length]).toEqual([2, "Application", 5]);
    await retireForm(admin, { formId });
    expect((await listOffered(worker.ctx)).map((one) => one.id)).toEqual([id]);
    await expect(fillForm(ctx, { caseId, formId })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("filled for a case", () => {
  test("it has the facts on their places, ticks what was answered, and names what is missing", async () => {
    const { org, ctx, caseId, code, fill } = await setUp();
    const { id } = await fill();
    await makeFile(ctx, id);
    const filled = await readFilled(ctx, caseId, id);
    expect(filled).toMatchObject({ code: "F-01", version: 1, made: true, byHand: ["Signature"] });
    expect(filled.missing).toEqual(["Officer who refused"]);
    const { keyId, fileId, name } = await takeFilledForm(ctx, { filledId: id });
    expect(name).toBe(`${code}_F-01_v1.pdf`);
    const bytes = await (await openFiles(ctx, keyId)).bytes(fileId);
    expect(sha256Hex(bytes)).toBe(filled.sha256);
    const [page = ""] = await flatPagesOf(bytes);
    expect(page).toContain("Application to the Invented Office");
    expect(page).toContain(secrets.name);
    expect(page).toContain(code);
    expect(await org.auditOf(id)).toEqual(["form.filled", "form.made", "form.downloaded"]);
  });

  test("it opens the client's name only with a fresh proof, which is logged", async () => {
    const { worker, fill } = await setUp();
    await expect(fill(worker.ctx)).rejects.toMatchObject({ code: "invalid" });
  });

  test("it is made once, filled again as the next version, and withdrawn without vanishing", async () => {
    const { ctx, caseId, fill } = await setUp();
    const { id } = await fill();
    await makeFile(ctx, id);
    await expect(makeFile(ctx, id)).rejects.toMatchObject({ code: "conflict" });
    const again = await fill();
    await withdrawFilledForm(ctx, { filledId: id });
    const rows = await listFilled(ctx, caseId);
    expect(rows.map(({ version, made, withdrawnAt }) => [version, made, withdrawnAt !== null])).toEqual([
      [2, false, false],
      [1, true, true],
    ]);
    await expect(withdrawFilledForm(ctx, { filledId: id })).rejects.toMatchObject({ code: "conflict" });
    expect(again.id).not.toBe(id);
  });

  test("nobody outside the case sees it, no administrator, and no other organisation the form", async () => {
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
});
