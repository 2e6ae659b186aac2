import { beforeAll, describe, expect, test } from "vitest";
import { markDocumentSent } from "@/lib/documents/papers/commands/mark-document-sent";
import { reopenDocument } from "@/lib/documents/papers/commands/reopen-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { draft, finished } from "@/tests/db/documents/papers/drafting";
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

const reopen = (ctx: Person["ctx"], documentId: string) => reopenDocument(ctx, { documentId });

describe("reopenDocument", () => {
  test("makes a final paper a draft again, in a version of its own", async () => {
    const documentId = await finished(worker.ctx, made.caseId);
    const before = await readDocument(worker.ctx, made.caseId, documentId);
    const { version } = await reopen(worker.ctx, documentId);
    const after = await readDocument(worker.ctx, made.caseId, documentId);
    expect(after.row).toMatchObject({ state: "draft", finalOn: null, version });
    expect(after.body).toEqual(before.body);
    expect(version).toBe(before.row.version + 1);
    expect((await org.auditOf(documentId)).at(-1)).toBe("document.reopened");
  });

  test("is refused for a draft, and once it was sent", async () => {
    await expect(reopen(worker.ctx, await draft(worker.ctx, made.caseId))).rejects.toMatchObject({ code: "conflict" });
    const documentId = await finished(worker.ctx, made.caseId);
    await markDocumentSent(worker.ctx, { documentId, sentOn: "2026-11-01" });
    await expect(reopen(worker.ctx, documentId)).rejects.toMatchObject({ code: "conflict" });
  });
});
