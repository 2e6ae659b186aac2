import { beforeAll, expect, test } from "vitest";
import { listDerivatives } from "@/lib/evidence/derivatives/queries";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { notePictureWords } from "@/lib/evidence/picture-words/note-picture-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
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

async function reading(version = 0) {
  const { exhibitId } = await addExhibit(worker, caseId, freshBytes(100));
  const { sha256 } = await readOriginal(worker, exhibitId);
  const file = { fileId: newId(), sha256: "0".repeat(64), size: 1, format: "json", width: null, height: null };
  const made = [{ kind: "ocr", page: 1, version, ...file, tool: "a test" }];
  return { exhibitId, sha256, made, unread: 0, words: ["friday"] };
}

test("a picture is read once: what another worker read meanwhile stays", async () => {
  const once = await reading();
  await notePictureWords(org.service(), once);
  const again = { ...once, made: once.made.map((file) => ({ ...file, fileId: newId() })) };
  await expect(notePictureWords(org.service(), again)).rejects.toMatchObject({ code: "conflict" });
  const [kept, ...more] = await listDerivatives(worker, once.exhibitId);
  expect(kept).toMatchObject({ kind: "ocr", page: 1, version: 0, madeBy: null, fileId: once.made[0]?.fileId });
  expect(more).toEqual([]);
});

test("nothing is kept of a file whose bytes are not those that arrived", async () => {
  const odd = { ...(await reading(2)), sha256: "f".repeat(64) };
  await expect(notePictureWords(org.service(), odd)).rejects.toMatchObject({ code: "conflict" });
  expect(await listDerivatives(worker, odd.exhibitId)).toEqual([]);
});
