import { readFile } from "node:fs/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { drawPage } from "@/lib/evidence/archives/draw-page";
import { readArchive } from "@/lib/evidence/archives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { drawReveal } from "@/lib/evidence/exposure/draw-reveal";
import { showWords } from "@/lib/evidence/exposure/show-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { waczOf } from "@/tests/support/wacz-file";

let org: Org;
let worker: Ctx;
let caseId: string;

const post = { url: "https://site.example/1", type: "text/html", body: "<p>I know your street</p>" };
const reply = { url: "https://site.example/2", type: "text/html", body: "<p>and your car</p>" };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

async function addArchive(into = caseId): Promise<string> {
  const shown = {
    url: "https://site.example/p",
    type: "image/jpeg",
    body: await readFile("tests/fixtures/files/photo.jpg"),
  };
  const bytes = await waczOf({ recorded: [post, reply, shown], pages: [{ url: post.url }, { url: reply.url }] });
  const { exhibitId } = await addExhibit(worker, into, bytes, { fileName: "page.wacz", method: "page_save" });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function pagesOf(exhibitId: string) {
  const words = await showWords(worker, caseId, exhibitId);
  return (await readArchive(worker, exhibitId, words?.archive ?? null)).pages;
}

/** A browser that draws the same picture of everything, and remembers what it was given. */
async function fakeBrowser() {
  const bytes = await readFile("tests/fixtures/files/screenshot.png");
  const image = { bytes: new Uint8Array(bytes), number: 1, format: "png" as const, width: 10, height: 20 };
  return vi.fn(async (_mhtml: Uint8Array) => ({ image, cut: true, browser: "HeadlessChrome/1.0" }));
}

test("each page is drawn once, from what the archive holds; ledger, log and exposure know it", async () => {
  const exhibitId = await addArchive();
  const draw = await fakeBrowser();
  await drawPage(org.service(), { exhibitId, page: 1 }, draw);
  await drawPage(org.service(), { exhibitId, page: 1 }, draw);
  expect(draw).toHaveBeenCalledTimes(1);
  await drawPage(org.service(), { exhibitId, page: 2 }, draw);
  const given = Buffer.from(draw.mock.calls[1]?.[0] ?? []).toString("latin1");
  expect(given).toContain(`Content-Location: ${reply.url}`);
  const pages = await pagesOf(exhibitId);
  expect(pages.map(({ picture }) => picture?.tool)).toEqual([
    expect.stringMatching(/^HeadlessChrome\/1\.0, sharp/),
    expect.stringMatching(/^HeadlessChrome\/1\.0, sharp/),
  ]);
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  expect(ledger.events.filter(({ action }) => action === "copied").map(({ purpose }) => purpose)).toContain(
    "Picture drawn of page 2 from what the file holds, without scripts and without a network; only its beginning, since it is very long; the original is unchanged",
  );
  const shown = await drawReveal(worker, { exhibitId, derivativeId: pages[0]?.picture?.id });
  expect(sha256Hex(shown.bytes)).toBe(pages[0]?.picture?.sha256);
  expect(await org.auditOf(exhibitId)).toEqual(expect.arrayContaining(["exhibit.page_drawn", "exhibit.viewed"]));
});

test("what could not be drawn says why, and can be asked for again; without a browser the pictures in the file are shown", async () => {
  const exhibitId = await addArchive();
  await drawPage(org.service(), { exhibitId, page: 1 }, async () => ({ problem: "none" }));
  expect((await pagesOf(exhibitId))[0]).toMatchObject({ picture: null, notDrawn: null });
  const words = await showWords(worker, caseId, exhibitId);
  const { inside } = await readArchive(worker, exhibitId, words?.archive ?? null);
  expect(inside).toHaveLength(1);
  await drawReveal(worker, { exhibitId, derivativeId: inside[0]?.id });
  await drawPage(org.service(), { exhibitId, page: 1 }, async () => ({ problem: "took_too_long" }));
  await drawPage(org.service(), { exhibitId, page: 9 }, await fakeBrowser());
  expect((await pagesOf(exhibitId))[0]).toMatchObject({ picture: null, notDrawn: "took_too_long" });
  await drawPage(org.service(), { exhibitId, page: 1 }, await fakeBrowser());
  expect((await pagesOf(exhibitId))[0]).toMatchObject({ picture: { size: expect.any(Number) }, notDrawn: null });
});

test("of a case that takes no files nothing is drawn", async () => {
  const stopped = await plantCase(worker);
  const exhibitId = await addArchive(stopped);
  await stopImages(worker, { caseId: stopped, reason: "A picture may show a child" });
  const draw = await fakeBrowser();
  await drawPage(org.service(), { exhibitId, page: 1 }, draw);
  expect(draw).not.toHaveBeenCalled();
});
