import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { openStripped } from "@/lib/evidence/copies/open-stripped";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { bytesOf } from "@/tests/support/files";
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

async function add(bytes: Uint8Array, to = caseId): Promise<string> {
  const { exhibitId } = await addExhibit(worker, to, bytes);
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

const fixture = (name: string) => readFile(`tests/fixtures/files/${name}`);

/** A photograph that says where it was taken. */
async function placed(): Promise<Buffer> {
  const gps = { GPSLatitudeRef: "S", GPSLatitude: "25/1 44/1 0/1" };
  return sharp(await fixture("photo.jpg"))
    .withExif({ IFD0: { Make: "Voorbeeld" }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

describe("openStripped", () => {
  test("hands out the picture without a byte of metadata, made once, and the ledger says which file it was", async () => {
    const original = await placed();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const exhibitId = await add(original);
    const first = await openStripped(worker, exhibitId);
    const bytes = await bytesOf(first.stream);
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes("Voorbeeld")).toBe(false);
    expect([first.length, first.name]).toEqual([bytes.length, expect.stringMatching(/^E-\d+_without metadata\.jpg$/)]);
    const second = await openStripped(worker, exhibitId);
    expect(second.sha256).toBe(first.sha256);
    expect(
      (await listDerivatives(worker, exhibitId)).filter((derivative) => derivative.kind === "stripped"),
    ).toHaveLength(1);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    const copied = ledger.events.filter((event) => event.action === "copied");
    expect(copied.map((event) => [event.purpose, event.sha256After])).toEqual([
      ["Downloaded: a copy without metadata", first.sha256],
      ["Downloaded: a copy without metadata", first.sha256],
    ]);
    expect(ledger.holds).toBe(true);
    const log = (await org.auditOf(exhibitId)).filter((action) => /stripped|downloaded/.test(action));
    expect(log).toEqual(["exhibit.stripped", "exhibit.downloaded", "exhibit.downloaded"]);
  });

  test("two who ask at once get the same file", async () => {
    const exhibitId = await add(await placed());
    const copies = await Promise.all([openStripped(worker, exhibitId), openStripped(worker, exhibitId)]);
    await Promise.all(copies.map((copy) => bytesOf(copy.stream)));
    expect(new Set(copies.map((copy) => copy.sha256)).size).toBe(1);
    expect(
      (await listDerivatives(worker, exhibitId)).filter((derivative) => derivative.kind === "stripped"),
    ).toHaveLength(1);
  });

  test("is for people who work on cases", async () => {
    const exhibitId = await add(await fixture("photo.jpg"));
    for (const role of ["admin", "liaison"] as const) {
      await expect(openStripped(await org.as(role), exhibitId)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("an exhibit of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const exhibitId = await add(await fixture("photo.jpg"));
    await expect(openStripped(stranger, exhibitId)).rejects.toMatchObject({ code: "not_found" });
    await expect(openStripped(worker, "x")).rejects.toMatchObject({ code: "not_found" });
  });

  test.each(["letter.pdf", "note.txt", "photo-truncated.jpg"])("%s is no single picture", async (name) => {
    await expect(openStripped(worker, await add(await fixture(name)))).rejects.toMatchObject({ code: "conflict" });
  });

  test("nothing of a case that is stopped for images is made or handed out", async () => {
    const stopped = await plantCase(worker);
    const exhibitId = await add(await fixture("photo.jpg"), stopped);
    await stopImages(worker, stopped);
    await expect(openStripped(worker, exhibitId)).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(exhibitId)).not.toContain("exhibit.downloaded");
  });
});
