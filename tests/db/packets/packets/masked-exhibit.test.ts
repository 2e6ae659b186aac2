import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq, inArray } from "drizzle-orm";
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { exhibits } from "@/db/schema";
import { keepDerivative } from "@/lib/evidence/derivatives/access";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { draftedPacket } from "@/tests/support/built-packet";
import { bytesOf, scratchFolder, webStreamOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { hasTool } from "@/tests/support/tools";

let org: Org;
let worker: Person;
const box = { x: 0.05, y: 0.05, width: 0.7, height: 0.1 };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** A drafted packet whose exhibits are looked into by the real job. */
async function drafted(files: string[]) {
  const made = await draftedPacket(org, worker, { files });
  await withTransaction(org.service(), "read write", ({ db }) =>
    db.update(exhibits).set({ look: {}, lookedAt: null }).where(inArray(exhibits.id, made.exhibitIds)),
  );
  for (const exhibitId of made.exhibitIds) await inspectExhibit(org.service(), { exhibitId });
  return made;
}

async function mask(exhibitId: string, page: number, boxes = [box]): Promise<string> {
  const { keyId, caseId, fileId, size } = await readOriginal(worker.ctx, exhibitId);
  const files = await openFiles(worker.ctx, keyId);
  const open = async () => (await files.open(fileId ?? "")).stream;
  const drawn = await sandbox.redact({ size, open }, { page, boxes });
  if (!drawn) throw new Error("no page");
  const { bytes, format, width, height } = drawn;
  const kept = await files.receive(webStreamOf(bytes), { maxBytes: 1e8 });
  await withTransaction(worker.ctx, "read write", (ctx) =>
    keepDerivative(
      ctx,
      { id: exhibitId, caseId, keyId },
      {
        ...kept,
        kind: "redacted",
        page,
        format,
        width,
        height,
        tool: "test",
        reason: "The name of a bystander",
        boxes,
      },
    ),
  );
  return kept.sha256;
}

async function built(packetId: string) {
  await assemblePacket(org.service(), { packetId });
  expect((await getPacket(worker.ctx, packetId)).progress.error).toBeNull();
  const file = await bytesOf((await openPacket(worker.ctx, packetId)).stream);
  return { file, text: (await flatPagesOf(file)).join("\n"), pdf: await PDFDocument.load(file) };
}

/** The JPEG pictures of a PDF as they lie in it. */
function jpegsOf(pdf: PDFDocument): Uint8Array[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, pdfObject]) => {
    const isJpeg =
      pdfObject instanceof PDFRawStream && pdfObject.dict.get(PDFName.of("Filter")) === PDFName.of("DCTDecode");
    return isJpeg ? [pdfObject.contents] : [];
  });
}

const hasAttachments = (pdf: PDFDocument) =>
  pdf.catalog.lookupMaybe(PDFName.of("Names"), PDFDict)?.has(PDFName.of("EmbeddedFiles")) ?? false;

describe("a packet of exhibits that were made ready when they arrived", () => {
  test("prints a masked copy instead of its page; the original stays where it is", async () => {
    const { id, exhibitIds } = await drafted(["letter.pdf", "photo.jpg"]);
    const first = await mask(exhibitIds[0] ?? "", 1);
    const second = await mask(exhibitIds[0] ?? "", 1);
    expect((await listDerivatives(worker.ctx, exhibitIds[0] ?? "")).filter(({ kind }) => kind === "redacted")).toEqual([
      expect.objectContaining({ version: 1, madeBy: worker.memberId, boxes: [box], reason: "The name of a bystander" }),
      expect.objectContaining({ version: 2, sha256: second }),
    ]);
    expect(second).toBe(first);
    const { text, pdf } = await built(id);
    const { sha256 } = await readOriginal(worker.ctx, exhibitIds[0] ?? "");
    expect(text).toContain(`Masked copy; what is black was covered by us. SHA-256 of the copy ${second.slice(0, 12)}`);
    expect(text).toContain(`SHA-256 ${sha256.slice(0, 12)}`);
    expect(text).toContain("E-01-page-1-masked-2.png");
    expect(text).not.toContain("masked-1.png");
    expect(text.replaceAll(/\s/g, "")).toContain(second.slice(32, 40));
    expect(hasAttachments(pdf)).toBe(false);
  });

  test("not one byte of a photograph that was masked is in the file", async () => {
    const { id, exhibitIds } = await drafted(["photo.jpg"]);
    await mask(exhibitIds[0] ?? "", 1);
    const { pdf, text } = await built(id);
    expect(text).toContain("a masked copy stands for it");
    // The only picture is the masked one, and that is no JPEG: not one byte of the original is in the file.
    expect(jpegsOf(pdf)).toEqual([]);
  });

  test("a picture that an act rests on, blacked out from edge to edge, shows nothing, and the list says so", async () => {
    const half = { x: 0, y: 0, width: 1, height: 0.6 };
    const { id, exhibitIds } = await drafted(["photo.jpg"]);
    await mask(exhibitIds[0] ?? "", 1, [half, { ...half, y: 0.5, height: 0.5 }]);
    await built(id);
    const { preflight } = await getPacket(worker.ctx, id);
    expect(preflight.find((line) => line.id === "M-29")).toMatchObject({
      result: "fail",
      reason: "An act rests on it, and nothing of it can be seen: E-01.",
    });
  });

  test("neither the camera nor the place leaves", async () => {
    const { id } = await drafted(["photo.jpg", "photo-truncated.jpg"]);
    const { file, pdf, text } = await built(id);
    const [photo] = jpegsOf(pdf);
    const { width, exif } = await sharp(photo).metadata();
    expect({ width, exif }).toEqual({ width: 160, exif: undefined });
    expect(text).toContain("what the picture tells of its place could not be read");
    expect(hasAttachments(pdf)).toBe(false);
    for (const bytes of [file, await unpacked(file)]) {
      for (const word of ["CANARY-CAMERA", "Exif\0\0", "GPSLatitude"]) expect(bytes.includes(word)).toBe(false);
    }
  });

  test("a picture that nobody could draw is never attached, nor a mail that loads a picture; text is", async () => {
    const { id } = await drafted(["note.txt", "too-many-pixels.png", "message.eml"]);
    const { pdf, text } = await built(id);
    expect(hasAttachments(pdf)).toBe(true);
    expect(text).toContain("e-01-original.txt");
    expect(text).not.toContain("e-02-original");
    expect(text).not.toContain("e-03-original");
    expect(text).toContain("acts when it is opened: remote picture or style");
  });

  test("says which page could not be drawn", async () => {
    const { id, exhibitIds } = await drafted(["letter.pdf"]);
    const print = { as: "pages", totalPages: 3, skipped: [3], problem: "took_too_long" };
    await withTransaction(org.service(), "read write", ({ db }) =>
      db
        .update(exhibits)
        .set({ look: { kind: "pdf", mime: "application/pdf", print } })
        .where(eq(exhibits.id, exhibitIds[0] ?? "")),
    );
    expect((await built(id)).text).toContain("Page 3 could not be drawn.");
  });
});

/** The same file with every stream unpacked; as it is where qpdf is not installed. */
async function unpacked(file: Buffer): Promise<Buffer> {
  if (!hasTool("qpdf")) return file;
  const folder = await scratchFolder();
  try {
    await writeFile(join(folder.path, "in.pdf"), file);
    const options = ["--qdf", "--object-streams=disable", join(folder.path, "in.pdf"), "-"];
    return execFileSync("qpdf", options, { maxBuffer: 1e9 });
  } finally {
    await folder.remove();
  }
}
