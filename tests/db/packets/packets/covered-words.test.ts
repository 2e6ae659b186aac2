import { beforeAll, describe, expect, test } from "vitest";
import { incidentExhibits } from "@/db/schema";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { liftWordCover } from "@/lib/evidence/redactions/lift-word-cover";
import { translateWords } from "@/lib/evidence/translations/translate-words";
import { withdrawTranslation } from "@/lib/evidence/translations/withdraw-translation";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { stampPacket } from "@/lib/packets/packets/building/stamp-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getDraftChoices } from "@/lib/packets/packets/drafting/queries";
import { previewWords } from "@/lib/packets/packets/preview-words";
import { getPacket } from "@/lib/packets/packets/queries";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const message = "I know where Thandi goes to school.";

/** A case whose first act quotes the text that is its only exhibit. */
async function makeCase() {
  const made = await makeCaseToPrint(org, worker, { files: [], words: message, what: "He wrote again." });
  const { caseId, incidentIds } = made;
  const file = { name: "note.txt", bytes: Buffer.from(`Hello\n${message}\nBye`), about: { method: "native_export" } };
  const [exhibitId = ""] = await sendFiles(org, worker, { caseId, files: [file] });
  const link = { orgId: org.id, caseId, incidentId: incidentIds[0] ?? "", exhibitId };
  await withTransaction(org.service(), "read write", ({ db }) => db.insert(incidentExhibits).values(link));
  return { caseId, exhibitId };
}

async function built(caseId: string, change: object = {}) {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft, ...change });
  await assemblePacket(org.service(), { packetId: id });
  return { id, ...(await readBuilt(id)) };
}

async function readBuilt(id: string) {
  const packet = await getPacket(worker.ctx, id);
  expect(packet.progress.error).toBeNull();
  const file = await bytesOf((await openPacket(worker.ctx, id)).stream);
  return { packet, file, text: (await flatPagesOf(file)).join("\n").replaceAll(/\s+/g, " ") };
}

const approve = async (id: string, change: Record<string, string> = {}) =>
  approvePacket(await org.confirmed("supervisor"), {
    packetId: id,
    overrides: { ...(await reasonsFor(worker, id)), ...change },
  });

async function addText(caseId: string, content: string) {
  const files = [{ name: "more.txt", bytes: Buffer.from(content), about: { method: "native_export" } }];
  await sendFiles(org, worker, { caseId, files });
}

/** All texts of a PDF, attachments included. */
async function inside(file: Uint8Array): Promise<string> {
  const texts: string[] = [];
  for await (const { text } of readDocument(sourceOf(file))) texts.push(text);
  return texts.join("\n");
}

const protection = ({ preflight }: Awaited<ReturnType<typeof getPacket>>) =>
  preflight.find(({ text }) => text.startsWith("Nothing protected"));

const child = { words: "thandi", kind: "child", reason: "the client’s daughter" };

describe("words that a person covered, in the packet", () => {
  test("stand nowhere in it, also not where the act quotes them; who covered and why is said, and the original is sealed", async () => {
    const { caseId, exhibitId } = await makeCase();
    expect((await built(caseId)).text).toContain("Thandi");
    await coverWords(worker.ctx, { exhibitId, ...child });
    const { text, packet } = await built(caseId);
    expect(text).not.toMatch(/thandi/i);
    expect(text).toContain("2 I know where [covered: a child] goes to school.");
    expect(text.match(/\[covered: a child\] goes to school/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain("a child (the client’s daughter), once, by a caseworker.");
    expect(text).toContain("The original is kept as it was received; its SHA-256 stands at the head of this exhibit.");
    expect(text).toContain("sealed (some of its words are covered)");
    expect(text).not.toContain("e-01-original");
    const line = packet.preflight.find(({ text: asked }) => asked.startsWith("Each exhibit printed once"));
    expect(line).toMatchObject({ result: "pass" });
  });

  test("are answered in a translation, which is printed beside the original and after the words that are relied on", async () => {
    const { caseId, exhibitId } = await makeCase();
    const translator = { translator: "Zodwa Example", sworn: "no", language: "zu" };
    const given = { exhibitId, place: "2", words: "I know the school of Thandi.", ...translator };
    const refused = { fields: { place: "No words stand there in this exhibit." } };
    await expect(translateWords(worker.ctx, { ...given, place: "9" })).rejects.toMatchObject(refused);
    const { id } = await translateWords(worker.ctx, given);
    await expect(translateWords(worker.ctx, given)).rejects.toMatchObject({ code: "invalid" });
    const plain = await built(caseId);
    expect(plain.text).toContain("2 I know where Thandi goes to school. In English: I know the school of Thandi.");
    expect(plain.text).not.toContain("not translated");
    expect(plain.text).toContain("Line 2: from isiZulu into English, by TR-1, who is not a sworn translator");
    expect(plain.text).toContain(
      "(isiZulu) [in English, translation that is not sworn: “I know the school of Thandi.”]",
    );
    expect(plain.text).not.toContain("Zodwa");
    const annex = onePart(await keptParts(worker.ctx, plain.id), "annex").bytes;
    expect((await flatPagesOf(annex)).join(" ")).toMatch(/TR-1\s+\S?Zodwa Example/);
    await coverWords(worker.ctx, { exhibitId, ...child });
    const { text, packet } = await built(caseId);
    expect(text).toContain("I know the school of [covered: a child].");
    expect(text).not.toMatch(/thandi/i);
    expect(protection(packet)).toMatchObject({ result: "pass" });
    await withdrawTranslation(worker.ctx, { translationId: id });
    await translateWords(worker.ctx, { ...given, words: "I know the school of the girl." });
    expect(protection((await built(caseId)).packet)).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("E-01, line 2: passages covered in the original: 1, in the translation: 0"),
    });
  });

  test("version 2 begins with them, an approved version keeps them, and one built before is not approved", async () => {
    const { caseId, exhibitId } = await makeCase();
    const before = await built(caseId);
    const { id: coverId, approvedBefore } = await coverWords(worker.ctx, { exhibitId, ...child });
    expect(approvedBefore).toBe(false);
    await expect(approve(before.id)).rejects.toMatchObject({
      code: "conflict",
      message: "Words of E-01 were covered after this version was built. Draft the next version.",
    });
    const choices = await getDraftChoices(worker.ctx, caseId, "mla_dossier");
    expect(choices.exhibits).toMatchObject([{ code: "E-01", covers: 1 }]);
    const next = await built(caseId);
    expect(next.packet.version).toBe(2);
    expect(next.text).toContain("[covered: a child]");
    await approve(next.id);
    await liftWordCover(worker.ctx, { coverId });
    await assemblePacket(org.service(), { packetId: next.id });
    const { text, packet } = await readBuilt(next.id);
    expect(packet.status).toBe("approved");
    expect(text).not.toMatch(/thandi/i);
    expect(text).toContain("sealed (some of its words are covered)");
    const last = await built(caseId);
    expect(last.text).toContain("Thandi");
    expect(last.text).toContain("redaction lifted");
    expect(await coverWords(worker.ctx, { exhibitId, ...child })).toMatchObject({ approvedBefore: true });
  });

  test("one that was built before is not approved where the exhibit stays behind and an act quotes it", async () => {
    const { caseId, exhibitId } = await makeCase();
    const without = { exhibits: { offered: "on" } };
    const before = await built(caseId, without);
    expect(before.text).toContain("Thandi");
    await coverWords(worker.ctx, { exhibitId, ...child });
    await expect(approve(before.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Words of E-01 were covered"),
    });
    const next = await built(caseId, without);
    expect(next.text).not.toMatch(/thandi/i);
    await approve(next.id);
  });

  test("a reason tells none of them, and is printed after approval, also when the cover was taken back since", async () => {
    const { caseId, exhibitId } = await makeCase();
    const { id: coverId } = await coverWords(worker.ctx, { exhibitId, ...child });
    const { id, packet } = await built(caseId, { exhibits: { offered: "on" }, purpose: "Find who wrote of Thandi" });
    const fail = packet.preflight.find(({ reason }) => reason.includes("holds what is covered in E-01"));
    if (!fail) throw new Error("the purpose holds what is covered");
    await expect(approve(id, { [fail.id]: "The mother of THANDI agreed" })).rejects.toMatchObject({
      code: "invalid",
      fields: { [`overrides.${fail.id}`]: expect.stringContaining("leave the covered words out") },
    });
    await approve(id, { [fail.id]: "The prosecutor asked for it." });
    await liftWordCover(worker.ctx, { coverId });
    await assemblePacket(org.service(), { packetId: id });
    const after = await readBuilt(id);
    expect(after.packet.preflight.find((line) => line.id === fail.id)).toMatchObject({ result: "fail" });
    const kept = onePart(await keptParts(worker.ctx, id), "sender");
    expect((await flatPagesOf(kept.bytes)).join(" ")).toContain("Reason as written: “The prosecutor asked for it.”");
    await withdrawPacket(worker.ctx, { packetId: id, reason: "Thandi is named in it." });
    await stampPacket(org.service(), { packetId: id });
    const { keyId, fileId } = await downloadPacket(worker.ctx, { packetId: id, part: "withdrawn_copy" });
    const copy = await bytesOf((await (await openFiles(worker.ctx, keyId)).open(fileId)).stream);
    expect((await flatPagesOf(copy))[0]).toContain("The reason is kept with the case.");
  });

  test("an act of which nothing is left to read fails preflight and is named", async () => {
    const { caseId, exhibitId } = await makeCase();
    for (const words of ["Hello", "Bye"]) await coverWords(worker.ctx, { exhibitId, words, kind: "unrelated" });
    await coverWords(worker.ctx, { exhibitId, words: message, kind: "unrelated" });
    const { packet } = await built(caseId);
    const line = packet.preflight.find(({ text }) => text.startsWith("Each exhibit printed once"));
    expect(line).toMatchObject({ result: "fail", reason: expect.stringContaining("all covered: I-1 (E-01)") });
  });

  test("another exhibit that still says them is named by preflight and sealed, and the page does not say where", async () => {
    const { caseId, exhibitId } = await makeCase();
    await addText(caseId, "Thandi, again");
    await coverWords(worker.ctx, { exhibitId, ...child });
    const { packet, text } = await built(caseId);
    expect(text).toContain("sealed (it holds words that are covered in another exhibit)");
    expect(text).not.toContain("holds what is covered in E-01");
    expect(packet.preflight.filter(({ result }) => result === "fail").map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining("E-02, the words of the file: holds what is covered in E-01 (a child)"),
    );
  });
});

test("the file of another exhibit that says them beyond what is printed of it is in no served part, also once they are free", async () => {
  const { caseId, exhibitId } = await makeCase();
  const lines = [...Array.from({ length: 449 }, (_, i) => `line ${i + 1}`), "Thandi, again", "the end of it"];
  await addText(caseId, lines.join("\n"));
  const { id: coverId } = await coverWords(worker.ctx, { exhibitId, ...child });
  const first = await built(caseId);
  expect(first.packet.preflight.find(({ reason }) => reason.includes("No protected value"))).toMatchObject({
    result: "pass",
  });
  await approve(first.id);
  await liftWordCover(worker.ctx, { coverId });
  await assemblePacket(org.service(), { packetId: first.id });
  for (const { text, file } of [first, await readBuilt(first.id)]) {
    expect(text).toContain("sealed (it holds words that are covered in another exhibit)");
    expect(await inside(file)).not.toMatch(/thandi, again|the end of it/i);
  }
});

describe("the words as they will be printed", () => {
  test("stay folded until somebody asks, and then show marks, and words that only hold the covered one inside", async () => {
    const { caseId } = await makeCaseToPrint(org, worker, { files: [] });
    const file = { name: "note.txt", bytes: Buffer.from("Thandi and uthandi"), about: { method: "native_export" } };
    const [exhibitId = ""] = await sendFiles(org, worker, { caseId, files: [file] });
    await coverWords(worker.ctx, { exhibitId, ...child });
    expect(await previewWords(worker.ctx, caseId, exhibitId)).toMatchObject({
      hasWords: true,
      transcript: null,
      covers: [{ words: null, kind: "child" }],
    });
    await revealExhibit(worker.ctx, { exhibitId, what: "text" });
    expect(await previewWords(worker.ctx, caseId, exhibitId)).toMatchObject({
      transcript: { rows: [{ no: 1, words: "[covered: a child] and uthandi" }] },
      covers: [{ words: "thandi", near: ["uthandi"] }],
    });
    await expect(previewWords(await org.as("caseworker"), caseId, exhibitId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
