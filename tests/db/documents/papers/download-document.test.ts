import { beforeAll, describe, expect, test } from "vitest";
import { downloadDocument } from "@/lib/documents/papers/commands/download-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { draft } from "@/tests/db/documents/papers/drafting";
import { type CaseToPrint, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker);
});

async function download(ctx: Person["ctx"], documentId: string, format = "pdf", version?: number) {
  const { draw, name } = await downloadDocument(ctx, { documentId, format, version });
  return { bytes: await draw(), name };
}

describe("downloadDocument", () => {
  test("gives a PDF and a DOCX, named by case and paper alone, and logs it", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const pdf = await download(worker.ctx, documentId);
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pdf.name).toMatch(new RegExp(`^${made.code}_D-\\d\\d_v1\\.pdf$`));
    const docx = await download(worker.ctx, documentId, "docx");
    expect(Buffer.from(docx.bytes.subarray(0, 2)).toString()).toBe("PK");
    expect(await org.auditOf(documentId)).toEqual(["document.drafted", "document.downloaded", "document.downloaded"]);
  });

  test("gives an older version as it was, byte by byte", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const before = await download(worker.ctx, documentId);
    await saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { "own-x": "New." } });
    const after = await download(worker.ctx, documentId, "pdf", 1);
    expect(Buffer.compare(Buffer.from(before.bytes), Buffer.from(after.bytes))).toBe(0);
    await expect(download(worker.ctx, documentId, "pdf", 9)).rejects.toMatchObject({ code: "not_found" });
  });

  test("names the field that needs another look", async () => {
    const attempt = download(worker.ctx, await draft(worker.ctx, made.caseId), "exe");
    await expect(attempt).rejects.toMatchObject({ fields: { format: expect.any(String) } });
  });
});
