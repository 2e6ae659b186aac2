import { beforeAll, describe, expect, test } from "vitest";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { revealWords } from "@/lib/evidence/exposure/reveal-words";
import { showPictureWords } from "@/lib/evidence/exposure/show-picture-words";
import { type PictureReader, readPictures } from "@/lib/evidence/picture-words/read-pictures";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { drawWords } from "@/tests/support/draw-words";
import { addExhibit } from "@/tests/support/exhibit";
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

const read: PictureReader = async () => ({
  state: "read",
  words: ["I", "see", "you"].map((text, i) => ({
    text,
    line: i < 2 ? "1.1.1" : "1.1.2",
    x: 0,
    y: 0,
    width: 0.1,
    height: 0.1,
    sure: 90,
  })),
  cut: false,
});

async function add(sensitivity: "ordinary" | "distressing", reader: PictureReader | null = read): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, await drawWords([newId()]), { sensitivity });
  await inspectExhibit(org.service(), { exhibitId });
  if (reader) await readPictures(org.service(), { exhibitId }, reader);
  return exhibitId;
}

const views = async (exhibitId: string) => {
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  return ledger.events.filter(({ action }) => action === "viewed").map(({ purpose }) => purpose);
};

const page = { page: 1, cut: false, unread: null };

describe("what a machine read in a picture", () => {
  test("is shown with its lines, and the ledger has that it was", async () => {
    const exhibitId = await add("ordinary");
    const shown = await showPictureWords(worker, caseId, exhibitId);
    expect(shown).toEqual({ pages: [{ ...page, lines: ["I see", "you"] }], folded: false, waiting: 0 });
    expect(await views(exhibitId)).toEqual(["Words shown on the screen"]);
  });

  test("stays folded where it is distressing, until a person asks for it", async () => {
    const exhibitId = await add("distressing");
    const shown = await showPictureWords(worker, caseId, exhibitId);
    expect(shown).toEqual({ pages: [{ ...page, lines: [] }], folded: true, waiting: 0 });
    expect(await views(exhibitId)).toEqual([]);
    expect(await revealWords(worker, exhibitId, { of: "pictures" })).toEqual({ lines: ["I see", "you"], cut: false });
    expect(await views(exhibitId)).toEqual(["Words read on the screen"]);
    expect((await readMyExposure(worker)).counts.text).toBe(1);
  });

  test("says that it could not be read, or that it is being read; nothing is noted then", async () => {
    const unread = await add("ordinary", async () => ({ state: "unread", reason: "too_large" }));
    const says = { pages: [{ ...page, lines: [], unread: "too_large" }], folded: false, waiting: 0 };
    expect(await showPictureWords(worker, caseId, unread)).toEqual(says);
    const waits = await add("ordinary", null);
    expect(await showPictureWords(worker, caseId, waits)).toEqual({ pages: [], folded: false, waiting: 1 });
    expect([...(await views(unread)), ...(await views(waits))]).toEqual([]);
  });

  test("is found in the case that the address names, and for nobody behind its wall", async () => {
    const exhibitId = await add("ordinary");
    await expect(showPictureWords(worker, await plantCase(worker), exhibitId)).rejects.toMatchObject({
      code: "not_found",
    });
    const { ctx } = await org.person("caseworker");
    await expect(showPictureWords(ctx, caseId, exhibitId)).rejects.toMatchObject({ code: "not_found" });
  });
});
