import { beforeAll, describe, expect, test } from "vitest";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { readClash, readDocument } from "@/lib/documents/papers/queries";
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

async function firstPiece(documentId: string) {
  const { body } = await readDocument(worker.ctx, made.caseId, documentId);
  return body.blocks.find((block) => block.kind === "numbered")?.id ?? "";
}

describe("saveDocument", () => {
  test("keeps every wording as a version, and says so in the log", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const piece = await firstPiece(documentId);
    const saved = await saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { [piece]: "My words." } });
    expect(saved.version).toBe(2);
    const page = await readDocument(worker.ctx, made.caseId, documentId);
    expect(page.versions.map((version) => version.version)).toEqual([2, 1]);
    expect(page.body.blocks.find((block) => block.id === piece)).toMatchObject({ text: "My words.", edited: true });
    expect(await org.auditOf(documentId)).toEqual(["document.drafted", "document.saved"]);
  });

  test("the same words make no new version", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    expect((await saveDocument(worker.ctx, { documentId, expectedVersion: 1 })).version).toBe(1);
  });

  test("names the field that needs another look", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const attempt = saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { a: "x".repeat(30_001) } });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { "texts.a": expect.any(String) } });
  });

  test("two who save at once: one is refused, and both wordings are there to choose from", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const piece = await firstPiece(documentId);
    const save = (text: string) =>
      saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: { [piece]: text } });
    const outcomes = await Promise.allSettled([save("One."), save("Two.")]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes[0]?.status === "rejected" ? "One." : "Two.";
    const clash = await readClash(worker.ctx, documentId, 1, { [piece]: lost });
    expect(clash.version).toBe(2);
    expect(clash.blocks).toMatchObject([{ mine: lost, theirs: lost === "One." ? "Two." : "One.", changed: "both" }]);
    await saveDocument(worker.ctx, { documentId, expectedVersion: clash.version, texts: { [piece]: "One. Two." } });
    expect(await textOf(worker.ctx, made.caseId, documentId)).toContain("One. Two.");
  });

  test("does not grow without end, and can still be shortened", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    // Words for pieces that are gone become pieces of their own, so a paper grows with each saving.
    const more = () => Object.fromEntries(Array.from({ length: 13 }, (_, n) => [`gone-${n}`, "word ".repeat(6_000)]));
    const { version } = await saveDocument(worker.ctx, { documentId, expectedVersion: 1, texts: more() });
    const piece = await firstPiece(documentId);
    const longer = { documentId, expectedVersion: version, texts: { a: "x".repeat(20_000) } };
    await expect(saveDocument(worker.ctx, longer)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("too long"),
    });
    const shorter = { documentId, expectedVersion: version, texts: { [piece]: "Short." } };
    await expect(saveDocument(worker.ctx, shorter)).resolves.toMatchObject({ version: version + 1 });
  });
});
