import { beforeAll, describe, expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { refreshDocument } from "@/lib/documents/papers/commands/refresh-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { draft, textOf } from "@/tests/db/documents/papers/drafting";
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

describe("refreshDocument", () => {
  test("takes in what the case knows today, keeps written words, and logs that the client's details were opened", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const before = await readDocument(worker.ctx, made.caseId, documentId);
    const piece = before.body.blocks.find((block) => block.kind === "numbered")?.id ?? "";
    await saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { [piece]: "My words." } });
    await recordReference(worker.ctx, { caseId: made.caseId, kind: "ic3", raw: "I2611240001", receivedVia: "email" });
    const { version, changed } = await refreshDocument(await org.confirmed(worker), { documentId, expectedVersion: 2 });
    expect([version, changed]).toEqual([3, true]);
    const after = await readDocument(worker.ctx, made.caseId, documentId);
    expect(JSON.stringify(after.body)).toContain("I2611240001");
    expect(await textOf(worker.ctx, made.caseId, documentId)).toContain("My words.");
    expect(await org.auditOf(documentId)).toContain("document.refreshed");
  });

  test("does not open the client's name again without a fresh proof", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    for (const who of [worker.ctx, await org.coded(worker)])
      await expect(refreshDocument(who, { documentId, expectedVersion: 1 })).rejects.toMatchObject({
        fields: { passkey: expect.any(String) },
      });
    expect(await org.auditOf(documentId)).toEqual(["document.drafted"]);
    await refreshDocument(await org.provedBoth(worker), { documentId, expectedVersion: 1 });
  });

  test("is refused when somebody saved in between", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    await saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { "own-x": "New." } });
    const attempt = refreshDocument(worker.ctx, { documentId, expectedVersion: 1 });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });
});
