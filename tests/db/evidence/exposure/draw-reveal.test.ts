import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { derivatives } from "@/db/schema";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import { drawReveal } from "@/lib/evidence/exposure/draw-reveal";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const add = async (name: string, to = caseId) =>
  (await addExhibit(worker, to, await readFile(`tests/fixtures/files/${name}`), { fileName: name })).exhibitId;

describe("drawReveal", () => {
  test.each(["photo.jpg", "screenshot.png", "letter.pdf"])("%s is drawn again and the ledger has it", async (name) => {
    const exhibitId = await add(name);
    const { bytes } = await drawReveal(worker, { exhibitId });
    const drawn = await sharp(bytes).metadata();
    expect([drawn.format, drawn.exif, drawn.xmp]).toEqual([expect.stringMatching(/jpeg|png/), undefined, undefined]);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.map((event) => event.action)).toEqual(["received", "viewed"]);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received", "exhibit.viewed"]);
  });

  test("nothing of the stored bytes comes out: a zip behind a picture stays behind", async () => {
    const stored = await readFile("tests/fixtures/files/photo-with-archive.jpg");
    expect(stored.includes("PK\u0003\u0004")).toBe(true);
    const { bytes } = await drawReveal(worker, { exhibitId: await add("photo-with-archive.jpg") });
    expect(Buffer.from(bytes).includes("PK\u0003\u0004")).toBe(false);
  });

  test("pages are rendered one by one, and the ledger says which", async () => {
    const exhibitId = await add("letter.pdf");
    await inspectExhibit(org.service(), { exhibitId });
    const { exhibit } = await readExhibit(worker, caseId, exhibitId);
    const last = exhibit.look?.pages ?? 0;
    expect(last).toBeGreaterThan(1);
    const first = await drawReveal(worker, { exhibitId, page: 1 });
    const other = await drawReveal(worker, { exhibitId, page: last });
    expect(Buffer.from(first.bytes).equals(Buffer.from(other.bytes))).toBe(false);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.events.at(-1)?.purpose).toBe(`Page ${last} revealed on the screen`);
    const beyond = drawReveal(worker, { exhibitId, page: last + 1 });
    await expect(beyond).rejects.toMatchObject({ code: "invalid", fields: { page: expect.any(String) } });
  });

  test.each(["photo-truncated.jpg", "drawing.svg", "saved-page.html", "message.eml"])(
    "%s has no picture, and nobody saw it",
    async (name) => {
      const exhibitId = await add(name);
      await expect(drawReveal(worker, { exhibitId })).rejects.toMatchObject({ code: "conflict" });
      expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
    },
  );

  test("a case that is stopped for images draws nothing and notes nothing", async () => {
    const stopped = await plantCase(worker);
    const exhibitId = await add("photo.jpg", stopped);
    await stopImages(worker, stopped);
    await expect(drawReveal(worker, { exhibitId })).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
  });

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const attempt = drawReveal(stranger, { exhibitId: await add("photo.jpg") });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("a page that is no page is refused", async () => {
    const exhibitId = await add("photo.jpg");
    for (const page of ["0", "-1", "2", "x", "1.5"]) {
      await expect(drawReveal(worker, { exhibitId, page })).rejects.toMatchObject({ code: "invalid" });
    }
  });

  test("listing and opening exhibits makes no picture: nothing small is drawn before a reveal", async () => {
    const mine = await plantCase(worker);
    const exhibitId = await add("photo.jpg", mine);
    const before = await countPictures();
    await listExhibits(worker, mine);
    await readExhibit(worker, mine, exhibitId);
    expect(await countPictures()).toBe(before);
    expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
  });
});

const countPictures = () => withTransaction(worker, "read only", ({ db }) => db.$count(derivatives));
