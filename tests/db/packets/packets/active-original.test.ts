import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { pictureWords } from "@/lib/evidence/clearances/rules";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { getDraftChoices, getPacket, listPacketPictures } from "@/lib/packets/packets/queries";
import { readFolder } from "@/lib/packets/packets/read-folder";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { sendFiles } from "@/tests/support/uploaded-packet";
import { unzip } from "@/tests/support/zip";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const mail = Buffer.from(
  [
    "From: a@x.example",
    "Subject: Again",
    "Content-Type: text/html",
    "",
    '<p>I see you.</p><img src="https://track.example/1.gif">',
  ].join("\r\n"),
);

async function scripted(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.addPage([200, 200]).drawText("A letter.");
  made.addJavaScript("greet", "app.alert('hello')");
  return made.save({ useObjectStreams: false });
}

/** A case with a mail that loads a picture, a PDF with a script, and a note that does nothing. */
async function caseWithActive() {
  const made = await makeCaseToPrint(org, worker, { files: [] });
  const files = [
    { name: "mail.eml", bytes: mail },
    { name: "letter.pdf", bytes: await scripted() },
    { name: "note.txt", bytes: Buffer.from("A quiet note.") },
  ];
  const exhibitIds = await sendFiles(org, worker, { caseId: made.caseId, files });
  return { ...made, exhibitIds };
}

async function built(caseId: string, change: Record<string, unknown> = {}) {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft, ...change });
  await assemblePacket(org.service(), { packetId: id });
  expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();
  const parts = await keptParts(org.service(), id);
  const manifest: Manifest = JSON.parse(onePart(parts, "manifest").bytes.toString());
  const text = (await flatPagesOf(onePart(parts, "served").bytes)).join("\n");
  return { id, text, ways: manifest.exhibits.map(({ originals }) => originals[0]?.travels), manifest };
}

const sent = { active: { "E-01": { send: "on", why: "The officer reads the headers" } } };

describe("an original that acts when it is opened", () => {
  test("is known from the look at it, and the draft offers a choice for it alone", async () => {
    const { caseId, exhibitIds } = await caseWithActive();
    const looks = await Promise.all(
      exhibitIds.map(async (id) => (await readExhibit(worker.ctx, caseId, id)).exhibit.look?.acts),
    );
    expect(looks).toEqual([["remote picture or style"], ["script"], []]);
    const { exhibits } = await getDraftChoices(worker.ctx, caseId, "mla_dossier");
    expect(exhibits.map(({ acts }) => acts)).toEqual([["remote picture or style"], ["script"], []]);
  });

  test("stays here; what is printed of it or its words stand for it, and the packet says so", async () => {
    const { caseId } = await caseWithActive();
    const { id, ways, text } = await built(caseId);
    expect(ways).toEqual(["held", "held", "inside"]);
    // Nobody has to look at a file that stays; the page that is printed of it is looked at.
    expect((await listPacketPictures(worker.ctx, caseId, id)).map(pictureWords)).toEqual(["E-02, page 1"]);
    expect(text).toContain("a copy of its words in plain text is attached to this PDF as e-01-plain.txt");
    expect(text).toContain("its printed pages stand for it");
  });

  test("travels when somebody ticks it and says why; a reason is asked for at its field", async () => {
    const { caseId } = await caseWithActive();
    const without = draftPacket(worker.ctx, { caseId, ...draft, active: { "E-01": { send: "on", why: " " } } });
    await expect(without).rejects.toMatchObject({ code: "invalid", fields: { "active.E-01.why": expect.any(String) } });
    const { ways, text, manifest } = await built(caseId, sent);
    expect(ways).toEqual(["beside", "held", "inside"]);
    expect(manifest.exhibits[0]?.originals[0]).toMatchObject({
      travelsAs: "E-01.eml",
      acts: ["remote picture or style"],
    });
    expect(text).toContain("It was sent along because: The officer reads the headers");
  });

  test("has a note beside it in the folder, and in what an officer gets", async () => {
    const { caseId } = await caseWithActive();
    const { id } = await built(caseId, sent);
    await lookAtPictures(worker.ctx, id);
    const overrides = await reasonsFor(worker, id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    await assemblePacket(org.service(), { packetId: id });
    const folder = new Map<string, string>();
    for await (const file of readFolder(worker.ctx, { packetId: id }))
      folder.set(file.name, (await bytesOf(await file.open())).toString());
    const note = folder.get("originals/README.txt") ?? "";
    expect(note).toContain("E-01.eml: remote picture or style");
    expect(note).toContain("without a network");
    expect(note).not.toContain("E-02");
    const zip = unzip(onePart(await keptParts(org.service(), id), "originals").bytes);
    expect([...zip]).toEqual([...folder].filter(([name]) => name.startsWith("originals/")));
  });

  test("a folder of originals of which none acts has no note of any that does", async () => {
    const made = await makeCaseToPrint(org, worker, { files: ["screenshot.png"] });
    const { id } = await built(made.caseId);
    const names: string[] = [];
    for await (const file of readFolder(worker.ctx, { packetId: id })) names.push(file.name);
    expect(names.filter((name) => name.startsWith("originals/"))).toEqual(["originals/E-01.png"]);
  });
});
