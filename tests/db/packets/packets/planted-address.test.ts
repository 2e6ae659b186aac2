import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { organisations } from "@/db/schema";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { retryAssembly } from "@/lib/packets/packets/commands/retry-assembly";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { leaksInFile } from "@/lib/packets/packets/snapshot/leaks-in-file";
import { sourceOf } from "@/lib/platform/pdf/read-document";
import { secrets } from "@/tests/support/case-to-print";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { middle } from "@/tests/support/masked";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import {
  aPicture,
  attached,
  jpegCommented,
  jpegSaying,
  locked,
  picture,
  pngDescribed,
  titled,
} from "@/tests/support/planted-files";
import { hasTool } from "@/tests/support/tools";
import { type SentFile, uploadedPacket } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** The address as other hands write it; it is stored as "14 Nergens Street, Voorbeeldfontein, 0000". */
const spellings = ["14, NERGENS STR.", "14 nergens st", "Nergens Street 14"];
const [shouted = "", short = "", turned = ""] = spellings;
const spelt = /nergens/i;

describe("a picture that carries the address", () => {
  const plants: [string, string, (words: string) => Promise<Buffer>][] = [
    ["the comment of a JPEG", "a.jpg", jpegSaying],
    ["the comment of a camera", "b.jpg", jpegCommented],
    ["XMP of a PNG", "c.png", pngDescribed],
  ];
  test.each(plants)("in %s stops the build and is named by its exhibit", async (_, name, make) => {
    for (const words of [shouted, short]) {
      const clean = { name: "clean.jpg", bytes: await picture().jpeg().toBuffer() };
      const { id, error } = await uploadedPacket(org, worker, [clean, { name, bytes: await make(`At ${words}`) }]);
      expect(error).toMatch(/^E-02: what the picture says of itself contains the client’s address/);
      await nothingKept(id, error);
    }
  });

  test("and the same pictures without it go through", async () => {
    const files = [];
    for (const [, name, make] of plants) files.push({ name, bytes: await make("At the sea") });
    expect((await uploadedPacket(org, worker, files)).error).toBeNull();
  });
});

describe("what people write", () => {
  test.each(spellings)("a caption with “%s” stops the build and is named", async (words) => {
    const about = { description: `The door of ${words}, seen from outside` };
    const { id, error } = await uploadedPacket(org, worker, [{ ...(await aPicture()), about }]);
    expect(error).toBe("E-01, the description: contains the client’s address. Remove it there and try again.");
    await nothingKept(id, error);
  });

  test("the name of a device and of whoever captured it are looked at too", async () => {
    const about = { device: `Tablet of ${short}`, capturedBy: `Neighbour at ${turned}` };
    const { error } = await uploadedPacket(org, worker, [{ ...(await aPicture()), about }]);
    expect(error).toContain("E-01, the device: contains the client’s address");
    expect(error).toContain("E-01, who captured it: contains the client’s address");
    expect(error).not.toMatch(spelt);
  });

  test("the name of the organisation, which is the author in the PDF", async () => {
    const other = await makeOrg();
    const own = await other.person("caseworker");
    await withTransaction(other.service(), "read write", ({ db }) =>
      db
        .update(organisations)
        .set({ name: `Safe House, ${secrets.address}` })
        .where(eq(organisations.id, other.id)),
    );
    const { error } = await uploadedPacket(other, own, []);
    expect(error).toContain("contains the client’s address");
    expect(error).not.toMatch(spelt);
  });
});

describe("the name of a file", () => {
  test.each([`${shouted}.txt`, "14_nergens_street.jpg"])("such as %s reaches no part of a packet", async (name) => {
    const bytes = name.endsWith("txt") ? Buffer.from("A quiet note.") : (await aPicture()).bytes;
    const { id, error } = await uploadedPacket(org, worker, [{ name, bytes }]);
    expect(error).toBeNull();
    await cleanParts(id);
    const manifest = await manifestOf(id);
    expect(manifest.exhibits[0].originals[0].name).toMatch(/^E-01\.(txt|jpg)$/);
  });
});

describe("an original that holds the address where a reader could find it", () => {
  const texts: [string, SentFile][] = [
    ["a note", { name: "note.txt", bytes: Buffer.from(`They stood outside ${shouted} again.`) }],
    [
      "a note in two bytes a letter",
      { name: "w.txt", bytes: Buffer.from(`\uFEFFAt ${short} today`.repeat(9), "utf16le") },
    ],
    [
      "a mail",
      {
        name: "m.eml",
        bytes: Buffer.from(`From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nAt ${turned}.\r\n`),
      },
    ],
    ["a page", { name: "p.html", bytes: Buffer.from(`<html><title>${short}</title><p>Hello</p></html>`) }],
  ];
  test.each(texts)("%s stays sealed, and the served part is clean", async (_, file) => {
    const { id, error } = await uploadedPacket(org, worker, [file]);
    expect(error).toBeNull();
    await sealed(id, "it holds details of the client");
  });

  const listed: [string, RegExp, () => Promise<SentFile>][] = [
    ["its title", /the document’s information \(Title\)/, () => titled("info", shouted)],
    ["its title, not packed", /the document’s information \(Title\)/, () => titled("info", shouted, false)],
    ["the title in its XMP", /the metadata \(XMP\)/, () => titled("xmp", short)],
    ["the name of a file inside", /the name of an attachment/, () => attached(`${shouted}.txt`, "x")],
  ];
  test.each(listed)("a PDF with it as %s stops the build until a masked copy stands for it", async (_, where, make) => {
    const { id, error, exhibitIds } = await uploadedPacket(org, worker, [await aPicture(), await make()]);
    const message = "in the file contains the client’s address. Mask a part of it, or leave the exhibit out.";
    expect(error).toMatch(new RegExp(`^E-02: ${where.source} ${message}`));
    await nothingKept(id, error);
    const exhibitId = exhibitIds[1] ?? "";
    await redactExhibit(worker.ctx, { exhibitId, page: 1, boxes: [middle], reason: "Its title" });
    await retryAssembly(worker.ctx, { packetId: id });
    await assemblePacket(org.service(), { packetId: id });
    expect((await getPacket(worker.ctx, id)).status).toBe("ready");
    expect((await manifestOf(id)).exhibits[1].originals[0].travels).toBe("sealed");
    await cleanParts(id, "a masked copy stands for it");
  });

  test("a PDF with the client's name as its title, or the address inside a file in it, stays sealed", async () => {
    const files = [await titled("info", secrets.name), await attached("a.txt", `We met at ${short}.`)];
    const { id, error } = await uploadedPacket(org, worker, files);
    expect(error).toBeNull();
    await sealed(id, "it holds details of the client");
  });

  test.skipIf(!hasTool("qpdf"))("a PDF that is encrypted cannot be looked into, and stays sealed", async () => {
    const file = await titled("xmp", short);
    const files = [
      await locked(file, ["", "owner"]),
      await locked(file, ["user", "owner"]),
      await locked(file, ["user", "owner"], "--cleartext-metadata"),
    ];
    const { id, error } = await uploadedPacket(org, worker, files);
    expect(error).toBeNull();
    await sealed(id, null);
  });

  test("a PDF that prints it on a page stops the build until that page is masked; a name does so too", async () => {
    const page = await PDFDocument.create();
    page.addPage([200, 200]).drawText("A letter.");
    page.addPage([300, 200]).drawText(`To ${short}, at once`, { size: 12, x: 9 });
    const shown = { name: "letter.pdf", bytes: await page.save() };
    const { id, error } = await uploadedPacket(org, worker, [await aPicture(), shown]);
    expect(error).toMatch(
      /^E-02: page 2 of the file shows the client’s address. Mask it there, or leave the exhibit out/,
    );
    await nothingKept(id, error);
    const named = await PDFDocument.create();
    named.addPage([300, 200]).drawText(`Dear ${secrets.name},`, { size: 12, x: 9 });
    const second = await uploadedPacket(org, worker, [{ name: "dear.pdf", bytes: await named.save() }]);
    expect(second.error).toMatch(/^E-01, page 1, as a machine reads it: contains the client’s name. Mask it there/);
  });

  test("a PDF that says nothing of the client travels", async () => {
    const letter = readFileSync("tests/fixtures/files/letter.pdf");
    const { id, error } = await uploadedPacket(org, worker, [{ name: "letter.pdf", bytes: letter }]);
    expect(error).toBeNull();
    expect((await manifestOf(id)).exhibits[0].originals[0].travels).toBe("beside");
  });
});

/** A build that failed says the place and not the value, and leaves no part. */
async function nothingKept(packetId: string, error: string | null): Promise<void> {
  expect(error).not.toMatch(spelt);
  const packet = await getPacket(worker.ctx, packetId);
  expect([packet.status, packet.fileSha256]).toEqual(["failed", null]);
  expect(await listParts(worker.ctx, packetId)).toEqual([]);
}

async function manifestOf(packetId: string) {
  const parts = await keptParts(org.service(), packetId);
  return JSON.parse(onePart(parts, "manifest").bytes.toString());
}

/** Every exhibit of the packet is sealed, its cover says why, and no part but the annex tells the address. */
async function sealed(packetId: string, why: string | null): Promise<void> {
  const { exhibits } = await manifestOf(packetId);
  expect(exhibits.length).toBeGreaterThan(0);
  for (const { code, originals } of exhibits)
    expect([code, originals[0].travels, originals[0].travelsAs]).toEqual([code, "sealed", null]);
  await cleanParts(packetId, why);
}

async function cleanParts(packetId: string, why: string | null = null): Promise<void> {
  const parts = await keptParts(org.service(), packetId);
  for (const { part, bytes } of parts.filter((candidate) => candidate.part !== "annex")) {
    expect([part, spelt.test(bytes.toString("latin1"))]).toEqual([part, false]);
    expect([part, bytes.includes(Buffer.from("nergens", "utf16le"))]).toEqual([part, false]);
  }
  const served = onePart(parts, "served").bytes;
  expect(await leaksInFile(sourceOf(served), [{ kind: "address", value: secrets.address }])).toEqual([]);
  const text = (await flatPagesOf(served)).join("\n");
  expect(text).not.toMatch(spelt);
  if (why) expect(text).toContain(why);
}
