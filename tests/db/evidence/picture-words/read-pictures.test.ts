import { beforeAll, describe, expect, test, vi } from "vitest";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { askForUnread } from "@/lib/evidence/picture-words/ask-for-unread";
import { openKeptWords } from "@/lib/evidence/picture-words/open-kept-words";
import { listReadPages } from "@/lib/evidence/picture-words/queries";
import { readPictures } from "@/lib/evidence/picture-words/read-pictures";
import { linesOf } from "@/lib/evidence/picture-words/rules";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { NotConfined } from "@/lib/platform/sandbox/confinement";
import { owner } from "@/tests/support/db";
import { drawWords, lineBox } from "@/tests/support/draw-words";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;
let worker: Ctx;
let caseId: string;

const lines = ["Kwikstertjie you hear me", "call 082 555 0199 or else"];

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

async function addPicture(of: readonly string[] = lines, into = caseId): Promise<string> {
  const { exhibitId } = await addExhibit(worker, into, await drawWords(of));
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function readOf(exhibitId: string, kind: "page" | "mask" = "page") {
  const made = await listDerivatives(worker, exhibitId);
  const { keyId } = await listReadPages(worker, exhibitId);
  const reading = made.find((file) => file.kind === "ocr" && file.version > 0 === (kind === "mask"));
  return reading && openKeptWords(await openFiles(worker, keyId), reading.fileId);
}

const wordsOf = async (exhibitId: string, kind?: "mask") => {
  const kept = await readOf(exhibitId, kind);
  return kept?.state === "read" ? linesOf(kept.words) : (kept ?? null);
};

const jobsFor = async (exhibitId: string) =>
  owner()`select 1 from pgboss.job where name = 'exhibit.read' and data->>'exhibitId' = ${exhibitId}`;

describe("the words of a picture", () => {
  test("are asked for on arrival, read, sealed, and noted in the ledger and the log", async () => {
    const exhibitId = await addPicture();
    expect(await jobsFor(exhibitId)).toHaveLength(1);
    expect(await readPictures(org.service(), { exhibitId })).toBe(1);
    expect(await wordsOf(exhibitId)).toEqual(lines);
    const { ledger } = await readExhibit(worker, caseId, exhibitId);
    expect(ledger.holds).toBe(true);
    expect(ledger.events.at(-1)).toMatchObject({
      action: "hashed",
      purpose: "Words in its pictures read by machine; the hash is the same",
      verified: true,
    });
    expect(await org.auditOf(exhibitId)).toContain("exhibit.pictures_read");
    expect(await readPictures(org.service(), { exhibitId })).toBe(0);
  });

  test("of a masked copy are read for themselves, without what the mask covers", async () => {
    const exhibitId = await addPicture();
    await readPictures(org.service(), { exhibitId });
    await redactExhibit(worker, { exhibitId, page: 1, boxes: [lineBox(0, lines.length)], reason: "A nickname" });
    expect(await jobsFor(exhibitId)).toHaveLength(2);
    expect(await readPictures(org.service(), { exhibitId })).toBe(1);
    expect(await wordsOf(exhibitId, "mask")).toEqual([lines[1]]);
    expect(await readOf(exhibitId, "mask")).toMatchObject({ boxes: [lineBox(0, lines.length)] });
    expect(await wordsOf(exhibitId)).toEqual(lines);
  });

  test("that cannot be read leave the picture as it is, and say why", async () => {
    const exhibitId = await addPicture();
    await readPictures(org.service(), { exhibitId }, async () => ({ state: "unread", reason: "took_too_long" }));
    expect(await wordsOf(exhibitId)).toEqual({ state: "unread", reason: "took_too_long" });
    expect(await readPictures(org.service(), { exhibitId })).toBe(0);
    expect((await readExhibit(worker, caseId, exhibitId)).exhibit.look?.problem).toBeNull();
  });

  test("are left for later by a server that confines nothing", async () => {
    const exhibitId = await addPicture();
    const reader = () => Promise.reject(new NotConfined());
    await expect(readPictures(org.service(), { exhibitId }, reader)).rejects.toThrow(NotConfined);
    expect(await wordsOf(exhibitId)).toBeNull();
  });

  test("are not read on a case that takes no files, and asked for at night once it does", async () => {
    const stopped = await plantCase(worker);
    const exhibitId = await addPicture(lines, stopped);
    const reader = vi.fn();
    await stopImages(worker, { caseId: stopped, reason: "A child may be shown" });
    expect(await readPictures(org.service(), { exhibitId }, reader)).toBe(0);
    expect(reader).not.toHaveBeenCalled();
    await askForUnread(org.service());
    expect(await jobsFor(exhibitId)).toHaveLength(1);
  });

  test("of what is here already are asked for at night, until they are read", async () => {
    const exhibitId = await addPicture();
    await askForUnread(org.service());
    expect(await jobsFor(exhibitId)).toHaveLength(2);
    await readPictures(org.service(), { exhibitId });
    await askForUnread(org.service());
    expect(await jobsFor(exhibitId)).toHaveLength(2);
  });
});

describe("search", () => {
  test.each([
    ["a word", "kwikstertjie"],
    ["words in any order, with capitals and signs", "ME, hear: KWIKSTERTJIE!"],
    ["a phone number as another country writes it", "+27 (82) 555-0199"],
  ])("finds a case by %s in a picture", async (_, typed) => {
    const there = await makeOrg();
    const mine = await there.as("caseworker");
    const of = await plantCase(mine);
    const { exhibitId } = await addExhibit(mine, of, await drawWords(lines));
    await inspectExhibit(there.service(), { exhibitId });
    await readPictures(there.service(), { exhibitId });
    const { hits } = await findCases(mine, typed);
    expect(hits.map((hit) => [hit.caseId, hit.reasons])).toEqual([
      [of, [{ what: "Words in a picture", value: "E-01" }]],
    ]);
    expect((await findCases(mine, "kwikstertjie nowhere")).hits).toEqual([]);
    const stranger = await there.person("caseworker");
    expect((await findCases(stranger.ctx, typed)).hits).toEqual([]);
  });

  test("keeps no word that can be read beside the tokens", async () => {
    const exhibitId = await addPicture(["Tinktinkie sings"]);
    await readPictures(org.service(), { exhibitId });
    const rows = await asService(
      org.id,
      "",
      (tx) =>
        tx<{ field: string; token: Buffer }[]>`
        select field, token from app.search_tokens where owner_id = ${exhibitId}`,
    );
    expect(rows.map(({ field }) => field)).toEqual(["picture_word", "picture_word"]);
    for (const { token } of rows) expect(token.toString("latin1")).not.toMatch(/tink|sings/i);
  });
});
