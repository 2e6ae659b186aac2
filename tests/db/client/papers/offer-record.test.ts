import { beforeAll, describe, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { offerRecord } from "@/lib/client/papers/offer-record";
import { listOwnPapers, listStatementAnswers, previewRecord } from "@/lib/client/papers/queries";
import { rewordText } from "@/lib/client/wording/reword-text";
import { draftDocument } from "@/lib/documents/papers/commands/draft-document";
import { agreeContact } from "@/tests/support/agree-contact";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { plantClientRecord, releaseTerms } from "@/tests/support/plant-client-record";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const consent = { what: "consent", purposes: { help: "on" } };
const now = () => ({ ...worker.ctx, now: new Date() });

describe("a paper from a record of the case", () => {
  test("says in her language what was previewed, with the same names and days as the English beside it", async () => {
    const terms = { ...releaseTerms, expiresOn: null, items: "Not the voice note of 3 October" };
    const { caseId, client } = await plantClientRecord(worker, terms);
    const [paper] = await listOwnPapers(client);
    const preview = await previewRecord(now(), { caseId, language: "zu", ...terms });
    expect(paper).toMatchObject({ kind: "release", unconfirmed: true, text: preview.text, english: preview.english });
    const facts = [worker.ctx.orgName, releaseTerms.recipient, releaseTerms.purpose, terms.items];
    for (const text of [preview.text, preview.english])
      expect(facts.filter((fact) => !text.paragraphs.join("\n").includes(fact))).toEqual([]);
    const days = (words: readonly string[]) => words.join(" ").match(/\d{4}-\d\d-\d\d/g);
    expect(days(preview.text.paragraphs)).toEqual(days(preview.english.paragraphs));
  });

  test("keeps the words with which it was offered when the organisation changes them", async () => {
    const { client } = await plantClientRecord(worker, consent);
    const [before] = await listOwnPapers(client);
    await rewordText(await org.as("admin"), { language: "zu", key: "consentHelp", words: "Amazwi ethu." });
    const [after] = await listOwnPapers(client);
    expect(after).toEqual(before);
    const other = await plantClientRecord(worker, consent);
    expect((await listOwnPapers(other.client))[0]?.text.paragraphs).toContain("Amazwi ethu.");
  });

  test("has to have something to say, and names only what the case has", async () => {
    const { caseId } = await plantClientRecord(worker, consent);
    await agreeContact(worker.ctx, caseId);
    const offer = (record: Record<string, unknown>) => offerRecord(now(), { caseId, language: "st", ...record });
    await expect(offer({ what: "plan" })).rejects.toMatchObject({ code: "conflict" });
    await expect(offer({ what: "consent" })).rejects.toMatchObject({ fields: { "purposes.help": expect.anything() } });
    const some = { ...releaseTerms, which: "some", exhibits: { "E-9": "on" } };
    await expect(offer(some)).rejects.toMatchObject({ fields: { which: expect.anything() } });
    const unknown = { what: "authority", process: "no-such-process", information: "E-01", to: "Them" };
    await expect(offer(unknown)).rejects.toMatchObject({ fields: { process: expect.anything() } });
    await addPlanEntry(now(), { caseId, section: "people", what: "My sister", detail: "She has a key" });
    await offer({ what: "plan" });
    await offer({ what: "contact" });
  });

  test("read back as a statement, what is wrong in it reaches the document, with the version that she read", async () => {
    const caseId = await plantCase(worker.ctx);
    const { id: documentId } = await draftDocument(now(), {
      caseId,
      template: "interpreter-reading",
      signer: "certifier",
    });
    const { paperId, client } = await plantClientRecord(worker, { what: "statement", documentId }, caseId);
    await answerPaper(client, { paperId, answer: "corrected", words: "Bekungo-May." });
    expect(await listStatementAnswers(now(), caseId, documentId)).toMatchObject([
      { paperId, state: "corrected", version: 1, answered: { words: "Bekungo-May." } },
    ]);
    const elsewhere = await plantClientRecord(worker, consent);
    const foreign = { caseId: elsewhere.caseId, language: "en", what: "statement", documentId };
    await expect(offerRecord(now(), foreign)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is signed on her page alone: the client of another case does not find it", async () => {
    const { paperId } = await plantClientRecord(worker, consent);
    const other = await plantClientRecord(worker, consent);
    const answer = { paperId, answer: "signed", agree: "on", name: "Somebody else" };
    await expect(answerPaper(other.client, answer)).rejects.toMatchObject({ code: "not_found" });
  });
});
