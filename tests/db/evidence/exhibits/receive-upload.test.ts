import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cases } from "@/db/schema";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { listExhibits, readOriginal, readUpload } from "@/lib/evidence/exhibits/queries";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { uploadProgress } from "@/lib/evidence/exhibits/upload-progress";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { env } from "@/lib/platform/env";
import { about, addExhibit, send } from "@/tests/support/exhibit";
import { bytesOf, filesBelow, madeUpStream, seededBytes, webStreamOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantStop } from "@/tests/support/plant-stop";

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
const kept = async () => filesBelow(join(env().DATA_DIR, "files", "sealed", org.id)).catch(() => []);

async function closeCase(id: string) {
  const closed = { closedAt: worker.now };
  await withTransaction(worker, "read write", ({ db }) => db.update(cases).set(closed).where(eq(cases.id, id)));
}

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

  test("a stop or a closing that comes while the file is on its way leaves no byte of it in the storage", async () => {
    for (const end of ["closed", "stopped", "signed out"]) {
      const own = await plantCase(worker);
      const { id: uploadId } = await announceUpload(worker, { caseId: own, ...about, size: 700 });
      const before = await kept();
      const sending = { uploadId, size: 700, body: webStreamOf(seededBytes(700, 77)), signal: silent() };
      const meanwhile = async () => {
        expect((await kept()).length, end).toBe(before.length + 1);
        if (end === "stopped") await plantStop(worker, own);
        if (end === "closed") await closeCase(own);
        return end === "signed out" ? null : worker;
      };
      const code = end === "signed out" ? "unauthenticated" : "conflict";
      await expect(receiveUpload(worker, sending, meanwhile), end).rejects.toMatchObject({ code });
      expect(await kept(), end).toEqual(before);
    }
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

const MIB = 1024 * 1024;

/** A line that breaks after so many bytes. */
function brokenAfter(bytes: Uint8Array, length: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= length) return controller.error(new Error("socket hang up"));
      const next = Math.min(at + 65_536, length);
      controller.enqueue(bytes.subarray(at, next));
      at = next;
    },
  });
}

describe("going on with an upload", () => {
  let upload: string;
  const bytes = seededBytes(3 * MIB + 5, 20);
  const from = (offset: number, change: object = {}) => ({
    uploadId: upload,
    offset,
    size: bytes.byteLength - offset,
    signal: silent(),
    body: webStreamOf(bytes.subarray(offset)),
    ...change,
  });
  const take = (sending: Parameters<typeof receiveUpload>[1]) => receiveUpload(worker, sending, async () => worker);

  beforeAll(async () => {
    caseId = await plantCase(worker);
  });
  beforeEach(async () => {
    upload = await announce(bytes.byteLength, { sha256: sha256Hex(bytes) });
  });

  test("after a cut it goes on from what is held, and the exhibit is the file", async () => {
    const cut = take(from(0, { body: brokenAfter(bytes, 2 * MIB + 9) }));
    await expect(cut).rejects.toMatchObject({ fault: "cut_short" });
    const { held, size, receipt } = await uploadProgress(worker, upload);
    expect({ size, receipt }).toEqual({ size: bytes.byteLength, receipt: null });
    expect(held).toBeGreaterThanOrEqual(MIB);
    expect(held).toBeLessThanOrEqual(2 * MIB + 9);
    const done = await take(from(held));
    expect(done.receipt).toMatchObject({ sha256: sha256Hex(bytes), sentSha256: sha256Hex(bytes), size });
    expect(await uploadProgress(worker, upload)).toEqual({ held: size, size, receipt: done.receipt });
    const { open } = await openOriginal(worker, await readOriginal(worker, done.receipt.exhibitId));
    expect(sha256Hex(await bytesOf(await open()))).toBe(sha256Hex(bytes));
  });

  test.each([5, MIB, 3 * MIB])("an offset of %i where nothing is held is refused with what is held", async (offset) => {
    await expect(take(from(offset))).rejects.toMatchObject({ code: "conflict", held: 0 });
    expect(await listExhibits(worker, caseId)).toEqual(expect.not.arrayContaining([{ size: bytes.byteLength }]));
  });

  test("a rest that is longer or shorter than what is missing is refused before it is read", async () => {
    for (const size of [bytes.byteLength + 1, bytes.byteLength - 1]) {
      await expect(take(from(0, { size }))).rejects.toMatchObject({ fields: { size: expect.any(String) } });
    }
  });

  test("two senders at once: one is told that the other is at it, and one exhibit comes of it", async () => {
    const got = await Promise.allSettled([take(from(0)), take(from(0)), take(from(0))]);
    const taken = got.flatMap((result) => (result.status === "fulfilled" ? [result.value.receipt.exhibitId] : []));
    const refused = got.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(new Set(taken).size).toBe(1);
    for (const error of refused) expect(error).toMatchObject({ code: "conflict", held: expect.any(Number) });
    const mine = (await listExhibits(worker, caseId)).filter((exhibit) => taken.includes(exhibit.id));
    expect(mine).toHaveLength(1);
  });

  test("sent again after its receipt, from any place, it is answered from the record", async () => {
    const { receipt } = await take(from(0));
    expect(await take(from(0))).toEqual({ receipt, repeated: true });
    expect(await take(from(MIB))).toEqual({ receipt, repeated: true });
  });

  test("other bytes behind what is held: nothing is kept, and it begins again", async () => {
    await take(from(0, { body: brokenAfter(bytes, 2 * MIB) })).catch(() => undefined);
    const { held } = await uploadProgress(worker, upload);
    const other = from(held, { body: webStreamOf(seededBytes(bytes.byteLength - held, 21)) });
    await expect(take(other)).rejects.toMatchObject({ fault: "hash_mismatch" });
    expect((await uploadProgress(worker, upload)).held).toBe(0);
    expect((await take(from(0))).receipt.sha256).toBe(sha256Hex(bytes));
  });

  test("a sender that falls silent is let go, and what came is held", async () => {
    const mute = new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(bytes.subarray(0, MIB + 1)) });
    await expect(take(from(0, { body: mute, silenceMs: 200 }))).rejects.toMatchObject({ fault: "cut_short" });
    expect((await uploadProgress(worker, upload)).held).toBe(MIB);
  });

  test("a case that was closed or stopped in between takes nothing, and not a byte is read", async () => {
    for (const end of ["closed", "stopped"]) {
      const own = await plantCase(worker);
      const { id } = await announceUpload(worker, { caseId: own, ...about, size: bytes.byteLength });
      await (end === "closed" ? closeCase(own) : plantStop(worker, own));
      let read = 0;
      const pull = (to: ReadableStreamDefaultController<Uint8Array>) => {
        read += 1;
        to.enqueue(bytes.subarray(0, 1));
      };
      const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
      await expect(take(from(0, { uploadId: id, body })), end).rejects.toMatchObject({ code: "conflict" });
      expect(read, end).toBe(0);
    }
  });

  test("what is held is told to nobody outside the case", async () => {
    const stranger = await (await makeOrg()).as("supervisor");
    const liaison = await org.as("liaison");
    await expect(uploadProgress(stranger, upload)).rejects.toMatchObject({ code: "not_found" });
    await expect(uploadProgress(liaison, upload)).rejects.toMatchObject({ code: "forbidden" });
  });
});
