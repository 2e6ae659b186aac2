import { beforeAll, describe, expect, test } from "vitest";
import { withdrawDocument } from "@/lib/documents/papers/commands/withdraw-document";
import { readDocument } from "@/lib/documents/papers/queries";
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

const withdraw = (ctx: Person["ctx"], documentId: string, reason = "Drafted twice.") =>
  withdrawDocument(ctx, { documentId, reason });

describe("withdrawDocument", () => {
  test("takes the paper out of use and keeps its words", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    await withdraw(worker.ctx, documentId);
    const page = await readDocument(worker.ctx, made.caseId, documentId);
    expect(page.row.state).toBe("withdrawn");
    expect(page.body.blocks.length).toBeGreaterThan(5);
    expect((await org.auditOf(documentId)).at(-1)).toBe("document.withdrawn");
  });

  test("asks for a reason", async () => {
    const attempt = withdraw(worker.ctx, await draft(worker.ctx, made.caseId), " ");
    await expect(attempt).rejects.toMatchObject({ fields: { reason: "Say why it is withdrawn." } });
  });

  test("happens once", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const both = await Promise.allSettled([withdraw(worker.ctx, documentId), withdraw(worker.ctx, documentId)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
