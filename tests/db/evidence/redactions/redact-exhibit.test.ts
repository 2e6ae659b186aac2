import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { listDerivatives, openDerivative } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { addExhibit } from "@/tests/support/exhibit";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;
let exhibitId: string;
const box = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
const reason = "The client's new address";
const masked = (change: object = {}) => ({ exhibitId, page: 1, boxes: [box], reason, ...change });

async function add(name: string, to = caseId): Promise<string> {
  const receipt = await addExhibit(worker, to, await readFile(`tests/fixtures/files/${name}`), { fileName: name });
  await inspectExhibit(org.service(), { exhibitId: receipt.exhibitId });
  return receipt.exhibitId;
}

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  exhibitId = await add("screenshot.png");
});

describe("redactExhibit", () => {
  test.each([
    ["screenshot.png", 1],
    ["photo.jpg", 1],
    ["letter.pdf", 2],
    ["scan.tiff", 1],
  ])("burns the box into the pixels of %s and keeps the copy beside the original", async (name, page) => {
    const mine = await add(name);
    const before = (await readExhibit(worker, caseId, mine)).exhibit;
    const { id } = await redactExhibit(worker, masked({ exhibitId: mine, page }));
    const { derivative, file } = await openDerivative(worker, id);
    const bytes = await bytesOf(file.stream);
    expect(derivative).toMatchObject({ kind: "redacted", page, version: 1, reason, boxes: [box], size: bytes.length });
    expect(derivative.sha256).toBe(sha256(bytes).toString("hex"));
    expect(await brightestIn(bytes, box)).toBe(0);
    expect(await brightestIn(bytes, { x: 0, y: 0, width: 0.2, height: 0.2 })).toBeGreaterThan(0);
    const { exhibit, ledger } = await readExhibit(worker, caseId, mine);
    expect(exhibit.sha256).toBe(before.sha256);
    expect(ledger.holds).toBe(true);
    expect(ledger.events.at(-1)).toMatchObject({ action: "redacted", sha256After: derivative.sha256 });
    expect(ledger.events.at(-1)?.purpose).not.toContain(reason);
    expect(ledger.events.at(-1)?.details.map((line) => line.value)).toEqual([reason]);
    expect((await org.auditOf(mine)).at(-1)).toBe("exhibit.redacted");
  });

  test("text of a PDF cannot be read from the copy: it is a picture without a text of its own", async () => {
    const mine = await add("letter.pdf");
    const { id } = await redactExhibit(worker, masked({ exhibitId: mine }));
    const { derivative, file } = await openDerivative(worker, id);
    const bytes = await bytesOf(file.stream);
    expect(derivative.format).toBe("png");
    const chunks = chunkNames(bytes);
    expect(chunks.filter((name) => !["IHDR", "IDAT", "IEND", "pHYs", "PLTE"].includes(name))).toEqual([]);
    expect(chunks.at(-1)).toBe("IEND");
  });

  test("is for people who work on cases", async () => {
    for (const ctx of [await org.as("admin"), await org.as("liaison")]) {
      await expect(redactExhibit(ctx, masked())).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation, or of a colleague's case, does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    for (const ctx of [stranger, (await org.person("caseworker")).ctx]) {
      await expect(redactExhibit(ctx, masked())).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test.each([
    ["boxes", { boxes: [] }],
    ["boxes", { boxes: "not json" }],
    ["boxes", { boxes: [{ ...box, width: 0 }] }],
    ["boxes", { boxes: [{ ...box, x: 0.8 }] }],
    ["boxes", { boxes: [{ ...box, y: -0.1 }] }],
    ["boxes", { boxes: [{ ...box, x: Number.NaN }] }],
    ["boxes", { boxes: Array.from({ length: 201 }, () => box) }],
    ["reason", { reason: " " }],
    ["page", { page: 0 }],
    ["page", { page: 2 }],
  ])("names %s when it needs another look", async (field, change) => {
    const copies = (await listDerivatives(worker, exhibitId)).length;
    const attempt = redactExhibit(worker, masked(change));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    expect(await listDerivatives(worker, exhibitId)).toHaveLength(copies);
  });

  test("boxes may come as a form sends them", async () => {
    const mine = await add("photo.jpg");
    await redactExhibit(worker, masked({ exhibitId: mine, page: "1", boxes: JSON.stringify([box]) }));
    expect((await listDerivatives(worker, mine)).some((derivative) => derivative.kind === "redacted")).toBe(true);
  });

  test.each(["note.txt", "message.eml", "photo-truncated.jpg", "archive.zip"])(
    "%s has no picture to mask",
    async (name) => {
      const attempt = redactExhibit(worker, masked({ exhibitId: await add(name) }));
      await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    },
  );

  test("nothing is made on a case that is stopped for images", async () => {
    const stopped = await plantCase(worker);
    const mine = await add("photo.jpg", stopped);
    await stopImages(worker, stopped);
    await expect(redactExhibit(worker, masked({ exhibitId: mine }))).rejects.toMatchObject({ code: "conflict" });
  });

  test("two at once on one page become two versions", async () => {
    const mine = await add("photo.jpg");
    await Promise.all([1, 2].map(() => redactExhibit(worker, masked({ exhibitId: mine }))));
    const copies = (await listDerivatives(worker, mine)).filter((derivative) => derivative.kind === "redacted");
    expect(copies.map((copy) => copy.version)).toEqual([1, 2]);
    expect((await readExhibit(worker, caseId, mine)).ledger.holds).toBe(true);
  });
});

/** The brightest value of any channel inside a box of a picture. */
async function brightestIn(bytes: Buffer, at: typeof box): Promise<number> {
  const { width, height } = await sharp(bytes).metadata();
  const { data } = await sharp(bytes)
    .removeAlpha()
    .extract({
      left: Math.ceil(at.x * width),
      top: Math.ceil(at.y * height),
      width: Math.max(1, Math.floor(at.width * width) - 1),
      height: Math.max(1, Math.floor(at.height * height) - 1),
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.reduce((most, value) => Math.max(most, value), 0);
}

function chunkNames(png: Buffer): string[] {
  const names: string[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at))
    names.push(png.toString("latin1", at + 4, at + 8));
  return names;
}
