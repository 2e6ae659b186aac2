import { beforeAll, describe, expect, test } from "vitest";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { openRecording } from "@/lib/evidence/recordings/open-recording";
import { playRecording } from "@/lib/evidence/recordings/play-recording";
import { playedForMs } from "@/lib/evidence/recordings/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { addRecording } from "@/tests/support/recording";
import { recordingBytes } from "@/tests/support/recording-bytes";
import { stopImages } from "@/tests/support/stop";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const later = (ctx: Ctx, ms: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + ms) });

test("each play is written down, and only then are the bytes served, whole and in parts", async () => {
  const bytes = await recordingBytes("voice.ogg");
  const { exhibitId } = await addRecording(org, worker, caseId, { bytes });
  await expect(openRecording(worker, exhibitId)).rejects.toMatchObject({ code: "forbidden" });
  await playRecording(worker, { exhibitId });
  const { part, size, type } = await openRecording(worker, exhibitId);
  expect([size, type]).toEqual([bytes.byteLength, "audio/ogg"]);
  expect(Buffer.from(await bytesOf((await part()).stream))).toEqual(bytes);
  const { stream, start, length } = await part({ start: 100, end: 199 });
  expect([start, length]).toEqual([100, 100]);
  expect(Buffer.from(await bytesOf(stream))).toEqual(bytes.subarray(100, 200));
  await playRecording(worker, { exhibitId });
  const { ledger } = await readExhibit(worker, caseId, exhibitId);
  expect(ledger.events.slice(-2).map(({ action, purpose }) => [action, purpose])).toEqual([
    ["viewed", "Played on the screen: sound"],
    ["viewed", "Played on the screen: sound"],
  ]);
  expect(ledger.holds).toBe(true);
  expect((await readMyExposure(worker)).counts).toMatchObject({ sound: 2, film: 0 });
  await expect(openRecording(later(worker, playedForMs + 1), exhibitId)).rejects.toMatchObject({ code: "forbidden" });
});

test("what one person plays is not open to a colleague, nor to another organisation", async () => {
  const { exhibitId } = await addRecording(org, worker, caseId, { mime: "video/webm" });
  await playRecording(worker, { exhibitId });
  await expect(openRecording(await org.as("supervisor"), exhibitId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(openRecording((await org.person("caseworker")).ctx, exhibitId)).rejects.toMatchObject({
    code: "not_found",
  });
  const stranger = await (await makeOrg()).as("caseworker");
  await expect(playRecording(stranger, { exhibitId })).rejects.toMatchObject({ code: "not_found" });
  expect((await readMyExposure(worker)).counts.film).toBe(1);
});

describe("nothing is played", () => {
  test.each(["audio/amr", "text/html", "application/octet-stream"])("of %s", async (mime) => {
    const { exhibitId } = await addRecording(org, worker, caseId, { mime });
    await expect(playRecording(worker, { exhibitId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("of a case that is stopped, not even what was open", async () => {
    const stopped = await plantCase(worker);
    const { exhibitId } = await addRecording(org, worker, stopped);
    await playRecording(worker, { exhibitId });
    await stopImages(worker, stopped);
    await expect(playRecording(worker, { exhibitId })).rejects.toMatchObject({ code: "conflict" });
    await expect(openRecording(worker, exhibitId)).rejects.toMatchObject({ code: "conflict" });
  });
});
