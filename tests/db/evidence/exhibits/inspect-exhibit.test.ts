import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { derivatives, exhibits } from "@/db/schema";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { listDerivatives, openDerivative } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readFindings } from "@/lib/evidence/exhibits/read-findings";
import { readKeptText } from "@/lib/evidence/exhibits/read-kept-text";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { env } from "@/lib/platform/env";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { addExhibit } from "@/tests/support/exhibit";
import { bytesOf, filesBelow } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

/** What of this organisation lies in the storage. */
const kept = () => filesBelow(join(env().DATA_DIR, "files", "sealed", org.id));

describe("inspectExhibit", () => {
  test.each([
    ["photo.jpg", "jpeg", null],
    ["screenshot.png", "png", null],
    ["letter.pdf", "pdf", null],
    ["message.eml", "eml", null],
    ["empty.bin", "other", "empty"],
    ["photo-truncated.jpg", "jpeg", "truncated"],
    ["letter-password.pdf", "pdf", "password_protected"],
    ["garbage.pdf", "pdf", "unreadable"],
  ])("%s is taken, whatever it is", async (name, kind, problem) => {
    const bytes = await readFile(`tests/fixtures/files/${name}`);
    const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: name });
    await inspectExhibit(org.service(), { exhibitId });
    const { exhibit, ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(exhibit.look).toMatchObject({ kind, problem });
    expect(ledger.events.map((event) => event.action)).toEqual(["received", "hashed"]);
  });

  test("a retry finds the work done", async () => {
    const bytes = await readFile("tests/fixtures/files/screenshot.png");
    const { exhibitId } = await addExhibit(worker, caseId, bytes);
    await inspectExhibit(org.service(), { exhibitId });
    await inspectExhibit(org.service(), { exhibitId });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.looked_into"]);
  });

  test.each([
    ["photo.jpg", []],
    ["screenshot.png", []],
    ["letter.pdf", ["page 1 jpeg", "page 2 jpeg", "words 0 json"]],
    ["photo-cmyk.jpg", ["page 1 jpeg"]],
    ["screenshot-alpha.png", ["page 1 png"]],
    ["screenshot-interlaced.png", ["page 1 png"]],
    ["screenshot-16-bit.png", ["page 1 png"]],
    ["sticker.webp", ["page 1 jpeg"]],
    ["animation.gif", ["page 1 png"]],
    ["scan.tiff", ["page 1 jpeg"]],
    ["message.eml", ["text 0 json"]],
    ["note.txt", ["text 0 json"]],
    ["garbage.pdf", []],
    ["archive.zip", ["text 0 json"]],
  ])("%s is made ready for print once, and a retry makes nothing twice", async (name, wanted) => {
    const { exhibitId } = await look(name);
    await inspectExhibit(org.service(), { exhibitId });
    const made = await listDerivatives(worker, exhibitId);
    expect(made.map(({ kind, page, format }) => `${kind} ${page} ${format}`)).toEqual(wanted);
    for (const derivative of made) {
      const { file } = await openDerivative(worker, derivative.id);
      const bytes = await bytesOf(file.stream);
      expect({ size: bytes.byteLength, sha256: sha256(bytes) }).toEqual({
        size: derivative.size,
        sha256: derivative.sha256,
      });
      if (derivative.kind === "page")
        expect(await sharp(bytes).metadata()).toMatchObject({ format: derivative.format, width: derivative.width });
      expect(derivative).toMatchObject({ version: 0, madeBy: null, reason: null, boxes: [] });
    }
  });

  test("keeps what a camera wrote, sealed; the row says nothing of it", async () => {
    const { exhibitId } = await look("photo.jpg");
    const { metadata, fingerprint } = await readFindings(worker, exhibitId);
    expect(metadata).toContainEqual({ group: "EXIF", name: "Make", value: "CANARY-CAMERA" });
    expect(metadata).toContainEqual({ group: "GPS", name: "Latitude", value: "-33.916667" });
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(await rowOf(exhibitId))).not.toContain("CANARY");
  });

  test("keeps the way of a mail", async () => {
    const { exhibitId } = await look("message.eml");
    const text = await readKeptText(worker, exhibitId);
    expect(text?.mail?.hops.map(({ claimed, seenIp }) => [claimed, seenIp])).toEqual([
      ["[198.51.100.23]", null],
      ["relay.example", "192.0.2.7"],
    ]);
    expect(await readKeptText(worker, (await look("photo.jpg")).exhibitId)).toBeNull();
  });

  test("a stop that is set while the pages are rendered leaves none of them in the storage", async () => {
    const stopped = await plantCase(worker);
    const { exhibitId } = await addExhibit(worker, stopped, await readFile("tests/fixtures/files/letter.pdf"));
    const before = await kept();
    const lookInto: typeof sandbox.lookInto = async (file, options) => {
      const looked = await sandbox.lookInto(file, options);
      expect((await kept()).length).toBe(before.length + 2);
      await stopImages(worker, { caseId: stopped, reason: "An intimate picture of a child was sent." });
      return looked;
    };
    await inspectExhibit(org.service(), { exhibitId }, { inspect: sandbox.inspect, lookInto });
    expect(await listDerivatives(worker, exhibitId)).toEqual([]);
    expect(await kept()).toEqual(before);
  });

  test("draws nothing for a case that takes no file any more", async () => {
    const stopped = await plantCase(worker);
    const { exhibitId } = await addExhibit(worker, stopped, await readFile("tests/fixtures/files/letter.pdf"));
    await stopImages(worker, { caseId: stopped, reason: "An intimate picture of a child was sent." });
    await inspectExhibit(org.service(), { exhibitId });
    expect(await listDerivatives(worker, exhibitId)).toEqual([]);
    const row = await rowOf(exhibitId);
    expect(row?.look).toMatchObject({ kind: "pdf", pages: 2 });
    expect(row?.look).not.toHaveProperty("print");
  });

  test("a derivative is never changed or removed, and is not seen from elsewhere", async () => {
    const { exhibitId } = await look("scan.tiff");
    const [derivative] = await listDerivatives(worker, exhibitId);
    const row = eq(derivatives.id, derivative?.id ?? "");
    const change = (act: (ctx: TxCtx) => Promise<unknown>) => withTransaction(org.service(), "read write", act);
    await change(({ db }) => db.update(derivatives).set({ tool: "x" }).where(row)).catch(() => undefined);
    await change(({ db }) => db.delete(derivatives).where(row)).catch(() => undefined);
    expect(await listDerivatives(worker, exhibitId)).toEqual([derivative]);
    const other = await (await makeOrg()).as("supervisor");
    await expect(openDerivative(other, derivative?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    await expect(listDerivatives(other, exhibitId)).rejects.toMatchObject({ code: "not_found" });
    await expect(listDerivatives(await org.as("liaison"), exhibitId)).rejects.toMatchObject({ code: "forbidden" });
  });
});

async function look(name: string) {
  const bytes = await readFile(`tests/fixtures/files/${name}`);
  const receipt = await addExhibit(worker, caseId, bytes, { fileName: name });
  await inspectExhibit(org.service(), receipt);
  return receipt;
}

const rowOf = (exhibitId: string) =>
  withTransaction(org.service(), "read only", async ({ db }) => {
    const [row] = await db.select().from(exhibits).where(eq(exhibits.id, exhibitId));
    return row;
  });

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
