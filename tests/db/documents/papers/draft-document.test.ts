import { beforeAll, describe, expect, test } from "vitest";
import { documentVersions } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { amendSubject as writeSubject } from "@/lib/casework/subjects/commands/amend-subject";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { listDocuments, readDocument } from "@/lib/documents/papers/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { draft, statement, textOf } from "@/tests/db/documents/papers/drafting";
import { type CaseToPrint, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendSubject = seeing(writeSubject, "subjectId");

/** A sheet that says what happened and nothing of who the client is. */
const nameless = "us-fbi-tip";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker);
});

describe("draftDocument", () => {
  test("draws the paper from the case, numbers it, and logs the opening of the client's details", async () => {
    const id = await draft(worker.ctx, made.caseId);
    const page = await readDocument(worker.ctx, made.caseId, id);
    expect(page.row).toMatchObject({ number: 1, version: 1, state: "draft", kind: page.template?.kind });
    expect(page.row.stepKey).toBe("sworn-statement");
    const text = await textOf(worker.ctx, made.caseId, id);
    expect(text).toContain(secrets.name);
    // One clock for each time, that of the one who swears.
    expect(text).toMatch(/On \d+ October 2026 at \d{2}:\d{2} SAST,/);
    expect(text).not.toMatch(/EDT|not recorded\]\./);
    const annexures = page.body.blocks.find((block) => block.kind === "annexures");
    expect(annexures?.rows.map((row) => row.sha256.length)).toEqual([64, 64]);
    expect(await org.auditOf(id)).toEqual(["document.drafted"]);
    const found = await withTransaction(worker.ctx, "read only", (ctx) => findCase(ctx, made.caseId));
    expect(await org.auditOf(found.clientId)).toContain("client.revealed");
  });

  test("gives the hour of the subject's own place only where something points to it, else UTC", async () => {
    const other = await makeCaseToPrint(org, worker, { files: [] });
    const sheet = { template: nameless, signer: "advocate" };
    const written = async () => textOf(worker.ctx, other.caseId, await draft(worker.ctx, other.caseId, sheet));
    const [subject] = await listSubjects(worker.ctx, other.caseId);
    const amend = (zone: { zone: string; zoneReason: string }) =>
      amendSubject(worker.ctx, { caseId: other.caseId, subjectId: subject?.id, ...zone });
    await amend({ zone: "", zoneReason: "" });
    const unknown = await written();
    expect(unknown).toMatch(/October \d+, 2026, at \d+:\d\d [ap]\.m\. SAST \(\d\d:\d\d UTC\)/);
    expect(unknown).not.toMatch(/\b[ECMP][DS]T\b/);
    await amend({ zone: "America/Chicago", zoneReason: "Says that they live in Austin" });
    expect(await written()).toMatch(/[ap]\.m\. C[DS]T \(\d+:\d\d [ap]\.m\. SAST\)/);
  });

  test("makes no exact time of one that is about right", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    await logIncident(worker.ctx, {
      caseId,
      nature: "threat_violence",
      what: "It rang twice.",
      words: "",
      accountId: "",
      when: "2026-10-12T23:30",
      zone: "Africa/Johannesburg",
      timeIsAbout: "on",
    });
    const text = await textOf(worker.ctx, caseId, await draft(worker.ctx, caseId));
    expect(text).toMatch(/On 12 October 2026 \(time not exact\).*: It rang twice/);
    expect(text).not.toContain("23:30");
  });

  test("keeps the words sealed", async () => {
    const id = await draft(worker.ctx, made.caseId);
    const rows = await withTransaction(worker.ctx, "read only", (ctx) => ctx.db.select().from(documentVersions));
    expect(rows.some((row) => row.documentId === id)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain("Nomvula");
  });

  test("writes no name of the client without a fresh proof; a paper without names asks for none", async () => {
    const before = (await listDocuments(worker.ctx, made.caseId)).rows.length;
    const asked = { caseId: made.caseId, template: statement, signer: "client" };
    for (const who of [worker.ctx, await org.coded(worker)])
      await expect(draftDocument(who, asked)).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    expect((await listDocuments(worker.ctx, made.caseId)).rows).toHaveLength(before);
    await draftDocument(await org.provedBoth(worker), asked);
    await draftDocument(worker.ctx, { ...asked, template: nameless, signer: "advocate" });
    expect((await listDocuments(worker.ctx, made.caseId)).rows).toHaveLength(before + 2);
  });

  test("does not know the cases of another organisation, nor those of a colleague", async () => {
    for (const stranger of [await (await makeOrg()).as("supervisor"), (await org.person("caseworker")).ctx]) {
      await expect(draft(stranger, made.caseId)).rejects.toMatchObject({ code: "not_found" });
      await expect(listDocuments(stranger, made.caseId)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("names the field that needs another look", async () => {
    const attempt = (change: Record<string, unknown>) =>
      draftDocument(worker.ctx, { caseId: made.caseId, template: statement, signer: "client", ...change });
    await expect(attempt({ template: "nothing" })).rejects.toMatchObject({ fields: { template: expect.any(String) } });
    await expect(attempt({ signer: "officer" })).rejects.toMatchObject({ fields: { signer: expect.any(String) } });
    await expect(attempt({ template: "za-pha-direction" })).rejects.toMatchObject({
      fields: { accountId: "Choose the account that this document is about." },
    });
    // An order of Ohio is filed where the petitioner lives, and this client lives in South Africa.
    await expect(attempt({ template: "us-po-statement-oh" })).rejects.toMatchObject({
      fields: { template: expect.stringContaining("police route") },
    });
    await expect(attempt({ template: "za-refusal-station-commander", refusalId: made.caseId })).rejects.toMatchObject({
      fields: { refusalId: "Choose a refusal of this case." },
    });
  });

  test("gives two who draft at once two numbers", async () => {
    const other = await makeCaseToPrint(org, worker);
    const ids = await Promise.all([draft(worker.ctx, other.caseId), draft(worker.ctx, other.caseId)]);
    const { rows } = await listDocuments(worker.ctx, other.caseId);
    expect(rows.map((row) => row.number)).toEqual([2, 1]);
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set(ids));
  });

  test("takes only the exhibits that were chosen", async () => {
    const id = await draft(worker.ctx, made.caseId, { exhibits: ["E-02"] });
    const { body } = await readDocument(worker.ctx, made.caseId, id);
    const annexures = body.blocks.find((block) => block.kind === "annexures");
    expect(annexures?.rows.map((row) => row.exhibit)).toEqual(["E-02"]);
  });
});
