import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { drawPreview } from "@/lib/evidence/draw-preview";
import { readExhibit } from "@/lib/evidence/queries";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const add = async (name: string) =>
  (await addExhibit(worker, caseId, await readFile(`tests/fixtures/files/${name}`), { fileName: name })).exhibitId;

describe("drawPreview", () => {
  test.each(["photo.jpg", "screenshot.png", "letter.pdf"])("%s is drawn again and the ledger has it", async (name) => {
    const exhibitId = await add(name);
    const { bytes } = await drawPreview(worker, { exhibitId });
    const drawn = await sharp(bytes).metadata();
    expect([drawn.format, drawn.exif, drawn.xmp]).toEqual([expect.stringMatching(/jpeg|png/), undefined, undefined]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map((event) => event.action)).toEqual(["received", "viewed"]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.viewed"]);
  });

  test("nothing of the stored bytes comes out: a zip behind a picture stays behind", async () => {
    const stored = await readFile("tests/fixtures/files/photo-with-archive.jpg");
    expect(stored.includes("PK\u0003\u0004")).toBe(true);
    const { bytes } = await drawPreview(worker, { exhibitId: await add("photo-with-archive.jpg") });
    expect(Buffer.from(bytes).includes("PK\u0003\u0004")).toBe(false);
  });

  test.each(["photo-truncated.jpg", "drawing.svg", "saved-page.html", "message.eml"])(
    "%s has no picture, and nobody saw it",
    async (name) => {
      const exhibitId = await add(name);
      await expect(drawPreview(worker, { exhibitId })).rejects.toMatchObject({ code: "conflict" });
      expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
    },
  );

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const attempt = drawPreview(stranger, { exhibitId: await add("photo.jpg") });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });
});
