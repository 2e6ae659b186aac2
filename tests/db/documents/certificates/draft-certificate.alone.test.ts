import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { timestamps } from "@/db/schema";
import { draftCertificate } from "@/lib/documents/certificates/draft-certificate";
import { readCertificateDesk } from "@/lib/documents/certificates/queries";
import { downloadDocument } from "@/lib/documents/papers/commands/download-document";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { refreshDocument } from "@/lib/documents/papers/commands/refresh-document";
import { listDocuments, readDocument } from "@/lib/documents/papers/queries";
import { checkExhibit } from "@/lib/evidence/exhibits/check-exhibit";
import { noteCheck } from "@/lib/evidence/exhibits/commands/note-check";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
let ready: string;
let bare: string;

const capture = {
  capturedAt: "2026-11-01T10:00",
  capturedZone: "Africa/Johannesburg",
  capturedBy: "The client",
  device: "Client's phone, Android 15",
  tool: "Screen capture of Android 15",
  timeSource: "device_clock",
  clockOffset: -40,
};

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  ready = (await addExhibit(worker, caseId, seededBytes(2_000, 1), capture)).exhibitId;
  await checkExhibit(worker, { exhibitId: ready });
  bare = (await addExhibit(worker, caseId, seededBytes(2_000, 2))).exhibitId;
  await withTransaction(org.service(), "read write", ({ db, orgId, now }) =>
    db.insert(timestamps).values({
      id: newId(),
      orgId,
      caseId,
      exhibitId: ready,
      sha256: "a".repeat(64),
      authority: "tsa.example:318",
      state: "held" as const,
      askedAt: now,
      heldAt: now,
      genTime: new Date("2026-11-01T08:05:09Z"),
      serial: "0a1b",
      policy: "1.2.3.4",
      tsaName: "CN=Invented Authority",
    }),
  );
});

const ask = (change: Record<string, unknown> = {}) => ({
  caseId,
  certificate: "us-fre-902-14",
  exhibitIds: [ready],
  ...change,
});

describe("draftCertificate", () => {
  test.each([
    ["us-fre-902-13", "certifier", true],
    ["us-fre-902-14", "certifier", false],
    ["us-client-capture", "client", true],
    ["za-ect-s15", "certifier", true],
  ])("drafts %s from the ledger as a paper for the %s", async (key, signer, ofCapture) => {
    const { id } = await draftCertificate(worker, ask({ certificate: key }));
    const { body, row } = await readDocument(worker, caseId, id);
    const text = JSON.stringify(body);
    expect(row).toMatchObject({ state: "draft", signer, template: key });
    // Who copied a file says nothing of how its picture was taken.
    const own = signer === "client" ? "My phone, Android 15" : "Client's phone, Android 15";
    expect(text.includes(own)).toBe(ofCapture);
    expect(text.includes('"Myself"')).toBe(signer === "client");
    expect(text.includes("Clock of the device; 40 seconds behind")).toBe(ofCapture);
    expect(text).toMatch(/"Events".*"3"/);
    expect(text.includes("CN=Invented Authority")).toBe(signer === "certifier");
    expect(text.includes("2026-11-01T08:05:09Z")).toBe(signer === "certifier");
    expect(text).not.toContain("not recorded]");
    expect(text).not.toContain("Direct message with a threat");
    const blanks = body.blocks.filter((block) => block.kind === "field" && block.value === "");
    expect(blanks.length).toBeGreaterThanOrEqual(signer === "certifier" ? 4 : 1);
    expect(await org.auditOf(id)).toEqual(["document.drafted", "certificate.drafted"]);
    const pdf = await downloadDocument(worker, { documentId: id, format: "pdf" });
    const bytes = await pdf.draw();
    if (process.env.KEEP_PAPERS) writeFileSync(`${process.env.KEEP_PAPERS}/${key}.pdf`, bytes);
    const docx = await downloadDocument(worker, { documentId: id, format: "docx" });
    expect((await docx.draw()).byteLength).toBeGreaterThan(5_000);
  });

  test("drafts nothing over an exhibit with a gap, and says what is missing", async () => {
    const before = (await listDocuments(worker, caseId)).rows.length;
    await expect(draftCertificate(worker, ask({ exhibitIds: [ready, bare] }))).rejects.toMatchObject({
      code: "invalid",
      fields: { exhibitIds: expect.stringMatching(/E-02: say on which device.*check the hash/) },
    });
    expect((await listDocuments(worker, caseId)).rows).toHaveLength(before);
    const { candidates, choices } = await readCertificateDesk(worker, caseId);
    expect(candidates.map(({ label, gaps }) => [label, gaps.map((gap) => gap.need)])).toEqual([
      ["E-01", []],
      ["E-02", ["device", "time", "time_source", "hash"]],
    ]);
    expect(choices.map((choice) => choice.key)).toEqual([
      "za-client-capture",
      "za-ect-s15",
      "us-client-capture",
      "us-fre-902-12",
      "us-fre-902-13",
      "us-fre-902-14",
    ]);
  });

  test("drafts nothing once the stored file was found to be another", async () => {
    const { exhibitId } = await addExhibit(worker, caseId, seededBytes(2_000, 3), capture);
    await noteCheck(worker, { exhibitId, verified: true });
    await noteCheck(worker, { exhibitId, verified: false });
    await expect(draftCertificate(worker, ask({ exhibitIds: [exhibitId] }))).rejects.toMatchObject({ code: "invalid" });
  });

  test("is not drafted past the gaps, as any other paper", async () => {
    const attempt = draftDocument(worker, { caseId, template: "us-fre-902-14", signer: "certifier" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { template: expect.any(String) } });
    const offered = (await listDocuments(worker, caseId)).groups.flatMap((group) => group.templates);
    expect(offered.some((templateChoice) => templateChoice.about === "exhibits")).toBe(false);
  });

  test("is drafted again and never drawn again past the gaps", async () => {
    const { id } = await draftCertificate(worker, ask());
    const attempt = refreshDocument(worker, { documentId: id, expectedVersion: 1 });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    ["certificate", { certificate: "za-sworn-statement" }],
    ["certificate", { certificate: "" }],
    ["exhibitIds", { exhibitIds: [] }],
    ["exhibitIds", { exhibitIds: [newId()] }],
  ])("names %s when it needs another look (%#)", async (field, change) => {
    const attempt = draftCertificate(worker, ask(change));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("two at once are two papers with numbers of their own", async () => {
    const made = await Promise.all([draftCertificate(worker, ask()), draftCertificate(worker, ask())]);
    const pages = await Promise.all(made.map(({ id }) => readDocument(worker, caseId, id)));
    expect(new Set(pages.map((page) => page.row.number)).size).toBe(2);
  });
});
