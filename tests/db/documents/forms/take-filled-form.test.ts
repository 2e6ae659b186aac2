import { expect, test } from "vitest";
import { takeFilledForm } from "@/lib/documents/forms/commands/take-filled-form";
import { makeFile } from "@/lib/documents/forms/make-file";
import { readFilled } from "@/lib/documents/forms/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { secrets } from "@/tests/support/case-to-print";
import { flatPagesOf } from "@/tests/support/pdf";
import { setUp } from "./set-up";

test("a filled form has the facts on their places, ticks what was answered, and names what is missing", async () => {
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
