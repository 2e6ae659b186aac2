import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { announceUpload } from "@/lib/evidence/announce-upload";
import { openOriginal } from "@/lib/evidence/open-original";
import { listExhibits, readOriginal, readUpload } from "@/lib/evidence/queries";
import { receiveUpload } from "@/lib/evidence/receive-upload";
import { env } from "@/lib/platform/env";
import { sha256Hex } from "@/lib/platform/hash";
import { about, addExhibit, send } from "../../support/exhibit";
import { bytesOf, filesBelow, madeUpStream, seededBytes, webStreamOf } from "../../support/files";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;
const silent = () => new AbortController().signal;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

const announce = async (size: number, change: object = {}) =>
  (await announceUpload(worker, { caseId, ...about, size, ...change })).id;

/** What of this organisation lies in the storage. */
const kept = async () => filesBelow(join(env().DATA_DIR, "files", "evidence", org.id)).catch(() => []);

describe("receiveUpload", () => {
  beforeAll(async () => {
    caseId = await plantCase(worker);
  });

  test("the bytes that were sent are the bytes that are kept", async () => {
    const bytes = seededBytes(300_000, 1);
    const receipt = await addExhibit(worker, caseId, bytes, { sha256: sha256Hex(bytes) });
    expect(receipt).toMatchObject({ sha256: sha256Hex(bytes), size: 300_000 });
    const { open } = await openOriginal(worker, await readOriginal(worker, receipt.exhibitId));
    expect(sha256Hex(await bytesOf(await open()))).toBe(receipt.sha256);
  });

  test("more than a proxy would let through, and a file of no bytes", async () => {
    const size = 15 * 1024 * 1024;
    const id = await announce(size);
    const sending = { uploadId: id, size, body: madeUpStream(size), signal: silent() };
    expect((await receiveUpload(worker, sending, async () => worker)).receipt.size).toBe(size);
    expect(await addExhibit(worker, caseId, new Uint8Array())).toMatchObject({ size: 0 });
  });

  test("sent twice, it is answered with the same receipt", async () => {
    const bytes = seededBytes(500, 2);
    const id = await announce(500);
    const first = await send(worker, id, bytes);
    const before = (await listExhibits(worker, caseId)).length;
    expect(await send(worker, id, bytes)).toEqual({ receipt: first.receipt, repeated: true });
    expect(await listExhibits(worker, caseId)).toHaveLength(before);
  });

  test.each([
    ["shorter than announced", 900, undefined, "cut_short"],
    ["longer than announced", 1_100, undefined, "too_large"],
    ["another file", 1_000, "0".repeat(64), "hash_mismatch"],
  ])("%s: nothing is kept", async (_, length, sha256, fault) => {
    const before = await kept();
    const id = await announce(1_000, { sha256 });
    await expect(send(worker, id, seededBytes(length, 3), 1_000)).rejects.toMatchObject({ fault });
    expect(await kept()).toEqual(before);
    expect((await readUpload(worker, id)).receipt).toBeNull();
  });

  test("a size that was not announced is refused before a byte is read", async () => {
    const id = await announce(1_000);
    const attempt = send(worker, id, seededBytes(10, 4));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { size: expect.any(String) } });
  });

  test("a connection that is cut leaves no row and no file, and the same id can be sent again", async () => {
    const before = await kept();
    const bytes = seededBytes(1_000, 5);
    const id = await announce(1_000);
    const cut = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.subarray(0, 400)),
      pull: (controller) => controller.error(new Error("socket hang up")),
    });
    const sending = { uploadId: id, size: 1_000, body: cut, signal: silent() };
    await expect(receiveUpload(worker, sending, async () => worker)).rejects.toMatchObject({ fault: "cut_short" });
    expect(await kept()).toEqual(before);
    expect((await readUpload(worker, id)).receipt).toBeNull();
    expect((await send(worker, id, bytes)).repeated).toBe(false);
  });

  test("a sender that falls silent is let go", async () => {
    const before = await kept();
    const id = await announce(1_000);
    const mute = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(seededBytes(10, 6)) });
    const sending = { uploadId: id, size: 1_000, body: mute, signal: silent(), silenceMs: 50 };
    await expect(receiveUpload(worker, sending, async () => worker)).rejects.toMatchObject({ fault: "cut_short" });
    expect(await kept()).toEqual(before);
  });

  test("a person who was signed out while the file came gets no exhibit", async () => {
    const id = await announce(10);
    const sending = { uploadId: id, size: 10, body: webStreamOf(seededBytes(10, 7)), signal: silent() };
    const attempt = receiveUpload(worker, sending, async () => null);
    await expect(attempt).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await readUpload(worker, id)).receipt).toBeNull();
  });

  test("an upload of another organisation does not exist", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(send(stranger, await announce(10), seededBytes(10, 8))).rejects.toMatchObject({ code: "not_found" });
  });
});
