import { beforeAll, describe, expect, test } from "vitest";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
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

const today = new Date().toISOString().slice(0, 10);
const swear = (ctx: Person["ctx"], documentId: string, change: Record<string, unknown> = {}) =>
  swearDocument(ctx, { documentId, swornOn: today, exhibitId: made.exhibitIds[0], ...change });

describe("swearDocument", () => {
  test("notes the day and the signed original", async () => {
    const documentId = await finished(worker.ctx, made.caseId);
    await swear(worker.ctx, documentId);
    const page = await readDocument(worker.ctx, made.caseId, documentId);
    expect(page.row).toMatchObject({ state: "sworn", swornOn: today });
    expect(page.sworn).toMatchObject({ code: "E-01" });
    expect((await org.auditOf(documentId)).at(-1)).toBe("document.sworn");
  });

  test("names the field that needs another look", async () => {
    const documentId = await finished(worker.ctx, made.caseId);
    const other = await makeCaseToPrint(org, worker);
    await expect(swear(worker.ctx, documentId, { swornOn: "2999-01-01" })).rejects.toMatchObject({
      fields: { swornOn: "This day is in the future." },
    });
    await expect(swear(worker.ctx, documentId, { exhibitId: other.exhibitIds[0] })).rejects.toMatchObject({
      fields: { exhibitId: expect.any(String) },
    });
  });

  test("is refused for a draft, and a second time", async () => {
    await expect(swear(worker.ctx, await draft(worker.ctx, made.caseId))).rejects.toMatchObject({ code: "conflict" });
    const documentId = await finished(worker.ctx, made.caseId);
    const both = await Promise.allSettled([swear(worker.ctx, documentId), swear(worker.ctx, documentId)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
