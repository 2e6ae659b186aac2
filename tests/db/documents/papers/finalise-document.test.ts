import { beforeAll, describe, expect, test } from "vitest";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { readDocument } from "@/lib/documents/papers/queries";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { findTemplate } from "@/lib/law/jurisdictions/rules";
import { answer, consented, draft, finished } from "@/tests/db/documents/papers/drafting";
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

describe("finaliseDocument", () => {
  test("closes the words once everything asked for is there", async () => {
    const documentId = await finished(worker.ctx, made.caseId);
    const { row } = await readDocument(worker.ctx, made.caseId, documentId);
    expect(row).toMatchObject({ state: "final", finalOn: expect.any(String) });
    expect((await org.auditOf(documentId)).at(-1)).toBe("document.finalised");
  });

  test("lists every piece that still lacks what a rule asks for", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const { gaps } = await readDocument(worker.ctx, made.caseId, documentId);
    const must = gaps.filter((gap) => gap.must).map((gap) => `text.${gap.blockId}`);
    expect(must.length).toBeGreaterThan(2);
    const refused = await finaliseDocument(worker.ctx, { documentId, expectedVersion: 1 }).catch((error) => error);
    expect(refused.code).toBe("invalid");
    expect(Object.keys(refused.fields)).toEqual(must);
    expect(JSON.stringify(refused)).not.toContain("Nomvula");
  });

  test("a complaint for somebody else waits for their written authority, and says where to add it", async () => {
    const { refusalId } = await refused();
    const documentId = await draft(worker.ctx, made.caseId, { template: consented, refusalId, signer: "advocate" });
    const { row, missingAuthority } = await answer(worker.ctx, made.caseId, documentId);
    expect(missingAuthority).toContain("Releases");
    const finalise = () => finaliseDocument(worker.ctx, { documentId, expectedVersion: row.version });
    await expect(finalise()).rejects.toMatchObject({ code: "conflict", message: missingAuthority });
    await recordAuthority(worker.ctx, {
      caseId: made.caseId,
      process: findTemplate(consented)?.authority?.process,
      givenBy: "client",
      signedOn: row.savedAt.toISOString().slice(0, 10),
      exhibitId: made.exhibitIds[0],
    });
    await finalise();
  });

  test("what the client signs needs no authority", async () => {
    const { refusalId } = await refused();
    await finished(worker.ctx, made.caseId, { template: consented, refusalId, signer: "client" });
  });

  test("is refused for words that somebody changed since, and a second time", async () => {
    const documentId = await draft(worker.ctx, made.caseId);
    const { row } = await answer(worker.ctx, made.caseId, documentId);
    const old = finaliseDocument(worker.ctx, { documentId, expectedVersion: row.version - 1 });
    await expect(old).rejects.toMatchObject({ code: "conflict" });
    await finaliseDocument(worker.ctx, { documentId, expectedVersion: row.version });
    const again = finaliseDocument(worker.ctx, { documentId, expectedVersion: row.version });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});

let times = 0;

async function refused(): Promise<{ refusalId: string }> {
  const { id } = await logRefusal(worker.ctx, {
    caseId: made.caseId,
    stepKey: "refusal-branch",
    office: "Voorbeeldfontein",
    when: `2026-10-2${++times}T10:00`,
    zone: "Africa/Johannesburg",
    words: "It is only the internet.",
    rungKey: "station-commander",
  });
  return { refusalId: id };
}
