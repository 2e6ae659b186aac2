import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { drawReveal } from "@/lib/evidence/exposure/draw-reveal";
import { playRecording } from "@/lib/evidence/recordings/play-recording";
import { readPlaying } from "@/lib/evidence/recordings/queries";
import { takeStill } from "@/lib/evidence/recordings/take-still";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { addRecording } from "@/tests/support/recording";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const picture = () => readFile("tests/fixtures/files/screenshot.png");

test("a still is drawn afresh and kept with its place and its hash; the next one is another", async () => {
  const { exhibitId } = await addRecording(org, worker, caseId, { mime: "video/mp4" });
  await expect(takeStill(worker, { exhibitId, at: 1200 }, await picture())).rejects.toMatchObject({
    code: "forbidden",
  });
  await playRecording(worker, { exhibitId });
  const { id } = await takeStill(worker, { exhibitId, at: "61200" }, await picture());
  await takeStill(worker, { exhibitId, at: 0 }, await picture());
  const { stills, open } = await readPlaying(worker, exhibitId);
  expect(open).toBe(true);
  expect(stills.map(({ number, at }) => [number, at])).toEqual([
    [1, "1:01"],
    [2, "0:00"],
  ]);
  const { bytes } = await drawReveal(worker, { exhibitId, derivativeId: id });
  expect(sha256Hex(bytes)).toBe(stills[0]?.sha256);
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  const line = ledger.events.find(({ action }) => action === "copied");
  expect([line?.purpose, line?.sha256After]).toEqual([
    "Still taken from the film at 1:01; the original is unchanged",
    stills[0]?.sha256,
  ]);
  expect(await org.auditOf(exhibitId)).toContain("exhibit.still_taken");
});

test("of a voice note no still is taken, and what is no picture is not kept", async () => {
  const voice = await addRecording(org, worker, caseId);
  await playRecording(worker, voice);
  const attempt = takeStill(worker, { exhibitId: voice.exhibitId, at: 0 }, await picture());
  await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  const { exhibitId } = await addRecording(org, worker, caseId, { mime: "video/webm" });
  await playRecording(worker, { exhibitId });
  for (const sent of [Buffer.from("<svg onload=alert(1)>"), Buffer.from("%PDF-1.4 no"), Buffer.from([0x89, 0x50])]) {
    await expect(takeStill(worker, { exhibitId, at: 0 }, sent)).rejects.toMatchObject({ code: "conflict" });
  }
  await expect(takeStill(worker, { exhibitId, at: -1 }, await picture())).rejects.toMatchObject({ code: "invalid" });
  expect((await readPlaying(worker, exhibitId)).stills).toEqual([]);
});
