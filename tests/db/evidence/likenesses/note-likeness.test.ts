import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { askForUncompared } from "@/lib/evidence/likenesses/ask-for-uncompared";
import { compareExhibit } from "@/lib/evidence/likenesses/compare-exhibit";
import { noteLikeness } from "@/lib/evidence/likenesses/note-likeness";
import { listNearCopies } from "@/lib/evidence/likenesses/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { drawPhoto } from "@/tests/support/draw-screens";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;
let worker: Ctx;
let caseId: string;
let photo: Buffer;
let smaller: Buffer;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
  photo = await drawPhoto(41);
  smaller = await sharp(photo).resize(400).jpeg({ quality: 60 }).toBuffer();
});

async function addPicture(bytes: Uint8Array, into = caseId): Promise<string> {
  const { exhibitId } = await addExhibit(worker, into, bytes);
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function addCompared(bytes: Uint8Array, into = caseId): Promise<string> {
  const exhibitId = await addPicture(bytes, into);
  await compareExhibit(org.service(), { exhibitId });
  return exhibitId;
}

const rowsOf = (exhibitId: string) =>
  asService(
    org.id,
    worker.actor.memberId ?? "",
    (tx) => tx`select outline, cells, near_to from app.likenesses where exhibit_id = ${exhibitId}`,
  );

describe("near copies", () => {
  test("are found within the case, shown at both, and change nothing about either", async () => {
    const first = await addCompared(photo);
    const second = await addCompared(smaller);
    const third = await addCompared(await drawPhoto(1041));
    const near = await listNearCopies(worker, caseId);
    expect(near.get(second)).toMatchObject({ exhibitId: first, label: "E-01", size: "smaller", cropped: false });
    expect(near.get(first)).toMatchObject({ exhibitId: second, label: "E-02", size: "larger" });
    expect(near.has(third)).toBe(false);
    expect((await org.auditOf(second)).at(-1)).toBe("exhibit.compared");
    await compareExhibit(org.service(), { exhibitId: second });
    expect(await rowsOf(second)).toHaveLength(1);
  });

  test("the same bytes are known without it, and are no near copy of each other", async () => {
    const own = await plantCase(worker);
    await addCompared(smaller, own);
    await addCompared(smaller, own);
    expect((await listNearCopies(worker, own)).size).toBe(0);
  });

  test("are never found across cases, and a likeness says nothing without the key of its case", async () => {
    const one = await plantCase(worker);
    const other = await plantCase(worker);
    const here = await addCompared(photo, one);
    const there = await addCompared(photo, other);
    expect([await listNearCopies(worker, one), await listNearCopies(worker, other)]).toEqual([new Map(), new Map()]);
    const [[a], [b]] = [await rowsOf(here), await rowsOf(there)];
    expect(a?.outline).not.toEqual(b?.outline);
    expect(a?.cells).not.toEqual(b?.cells);
    const near = { exhibitId: there, cropped: false, mirrored: false };
    const given = { exhibitId: await addPicture(smaller, one), cells: null, near };
    await expect(noteLikeness(org.service(), given)).rejects.toMatchObject({ code: "invalid" });
  });

  test("under a minors' stop nothing of a picture is made, and nothing is shown", async () => {
    const stopped = await plantCase(worker);
    await addCompared(photo, stopped);
    await addCompared(smaller, stopped);
    const late = await addPicture(await drawPhoto(43), stopped);
    expect((await listNearCopies(worker, stopped)).size).toBe(2);
    await stopImages(worker, { caseId: stopped, reason: "The client said so." });
    await compareExhibit(org.service(), { exhibitId: late });
    expect(await rowsOf(late)).toHaveLength(0);
    expect((await listNearCopies(worker, stopped)).size).toBe(0);
  });

  test("pictures of earlier releases are asked for at night, once; what is no picture is not", async () => {
    const own = await makeOrg();
    const someone = await own.as("caseworker");
    const old = await plantCase(someone);
    const { exhibitId } = await addExhibit(someone, old, smaller);
    await addExhibit(someone, old, Buffer.from("only words"));
    await inspectExhibit(own.service(), { exhibitId });
    expect(await askForUncompared(own.service())).toBe(1);
    await compareExhibit(own.service(), { exhibitId });
    expect(await askForUncompared(own.service())).toBe(0);
    await expect(askForUncompared(someone)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a picture that cannot be decoded is noted as compared with nothing", async () => {
    const exhibitId = await addPicture(await drawPhoto(44));
    await compareExhibit(org.service(), { exhibitId }, async () => null);
    expect(await rowsOf(exhibitId)).toMatchObject([{ outline: null, cells: null, near_to: null }]);
  });
});
