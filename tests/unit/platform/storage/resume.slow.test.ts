import { readdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { headerBytes, sealedSegmentBytes, segmentBytes } from "@/lib/platform/sealing/format";
import { sweepParts } from "@/lib/platform/storage/parts";
import { keysIn, makePlace, type Place } from "@/tests/support/file-places";
import { bytesOf, filesBelow, seededBytes, webStreamOf } from "@/tests/support/files";

const upload = "0198f000-0000-7000-8000-0000000000aa";
const bytes = seededBytes(5 * segmentBytes + 777, 1);
const whole = { maxBytes: 1e9, expectedSize: bytes.length, expectedSha256: sha256Hex(bytes), part: upload };

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

/** Sends from `offset` and breaks off behind `until` bytes of the file. */
function breakOff(offset: number, until: number, options: object = whole) {
  const stream = webStreamOf(bytes.subarray(offset, until), [100_003]).getReader();
  const failing = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await stream.read();
      if (done) controller.error(new Error("socket hang up"));
      else controller.enqueue(value);
    },
  });
  return place.files.receive(failing, { ...whole, ...options, offset });
}

const goOn = (offset: number) => place.files.receive(webStreamOf(bytes.subarray(offset)), { ...whole, offset });

async function isKept(fileId: string): Promise<boolean> {
  return Buffer.compare(await bytesOf((await place.files.open(fileId)).stream), bytes) === 0;
}

const partFile = async () =>
  join(place.parts, (await readdir(place.parts)).find((name) => name.endsWith(".part")) ?? "");
const cut = { fault: "cut_short" };

describe("an upload that broke off", () => {
  test("holds its whole segments, goes on behind them, and leaves nothing when it is done", async () => {
    await expect(breakOff(0, 2.5 * segmentBytes)).rejects.toMatchObject(cut);
    expect(await place.files.held(upload)).toBe(2 * segmentBytes);
    const received = await goOn(2 * segmentBytes);
    expect(received).toMatchObject({ sha256: sha256Hex(bytes), size: bytes.length });
    expect(await isKept(received.fileId)).toBe(true);
    expect(await filesBelow(place.parts)).toEqual([]);
    expect(await place.files.held(upload)).toBe(0);
  });

  test("may break off again and again, also at a segment's end", async () => {
    for (const until of [1, segmentBytes, segmentBytes + 1, 3 * segmentBytes, 4 * segmentBytes + 5]) {
      const held = await place.files.held(upload);
      await expect(breakOff(held, until)).rejects.toMatchObject(cut);
      expect(await place.files.held(upload)).toBe(Math.floor(until / segmentBytes) * segmentBytes);
    }
    expect(await isKept((await goOn(4 * segmentBytes)).fileId)).toBe(true);
  });

  test("may be ended early by its sender, piece by piece of one segment", async () => {
    for (let at = 0; at < 5; at += 1) {
      const piece = bytes.subarray(at * segmentBytes, (at + 1) * segmentBytes);
      const sending = place.files.receive(webStreamOf(piece), { ...whole, offset: at * segmentBytes });
      await expect(sending).rejects.toMatchObject(cut);
      expect(await place.files.held(upload)).toBe((at + 1) * segmentBytes);
    }
    expect(await isKept((await goOn(5 * segmentBytes)).fileId)).toBe(true);
  });

  test("says how much is held when the sender goes on elsewhere, and still holds it", async () => {
    await expect(breakOff(0, 2 * segmentBytes)).rejects.toMatchObject(cut);
    for (const offset of [0, 1, segmentBytes, 3 * segmentBytes]) {
      await expect(goOn(offset)).rejects.toMatchObject({
        fault: "bad_range",
        message: expect.stringContaining(`${2 * segmentBytes} bytes of it are held`),
      });
    }
    expect(await isKept((await goOn(2 * segmentBytes)).fileId)).toBe(true);
  });

  test("starts over when the sender sends the whole file", async () => {
    await expect(breakOff(0, 2 * segmentBytes)).rejects.toMatchObject(cut);
    const received = await place.files.receive(webStreamOf(bytes), whole);
    expect(await isKept(received.fileId)).toBe(true);
    expect(await filesBelow(place.parts)).toEqual([]);
  });

  test.each([
    ["other bytes", () => seededBytes(bytes.length, 2).subarray(2 * segmentBytes), "hash_mismatch"],
    ["more bytes", () => seededBytes(bytes.length, 2), "too_large"],
  ])("is dropped when %s follow", async (_what, rest, fault) => {
    await expect(breakOff(0, 2 * segmentBytes)).rejects.toMatchObject(cut);
    const sending = place.files.receive(webStreamOf(rest()), { ...whole, offset: 2 * segmentBytes });
    await expect(sending).rejects.toMatchObject({ fault });
    expect(await filesBelow(place.folder)).toEqual([]);
  });

  test("is dropped when a bit of what is held was turned", async () => {
    await expect(breakOff(0, 2 * segmentBytes)).rejects.toMatchObject(cut);
    const path = await partFile();
    const sealed = await readFile(path);
    sealed[headerBytes + 5000] = (sealed[headerBytes + 5000] ?? 0) ^ 1;
    await writeFile(path, sealed);
    await expect(goOn(2 * segmentBytes)).rejects.toMatchObject({ fault: "broken" });
    expect(await place.files.held(upload)).toBe(0);
    expect(await isKept((await goOn(0)).fileId)).toBe(true);
  });

  test("never holds a plain byte", async () => {
    const canary = "CANARY-8d1f";
    const source = new TextEncoder().encode(canary.repeat(400_000));
    const sending = place.files.receive(webStreamOf(source.subarray(0, 3_000_000)), {
      maxBytes: 1e9,
      expectedSize: source.length,
      part: upload,
      offset: 0,
    });
    await expect(sending).rejects.toMatchObject(cut);
    expect((await readFile(await partFile())).includes(canary)).toBe(false);
  });
});

describe("two senders of one upload", () => {
  test("the second is told that another is at it", async () => {
    const abort = new AbortController();
    const silent = new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(bytes.subarray(0, 1.5 * segmentBytes)) });
    const first = place.files.receive(silent, { ...whole, offset: 0, signal: abort.signal });
    first.catch(() => undefined);
    await expect.poll(() => readdir(place.parts).catch(() => [])).toContain(`${upload}.open`);
    await expect(goOn(0)).rejects.toMatchObject({ fault: "busy" });
    abort.abort();
    await expect(first).rejects.toMatchObject(cut);
    expect(await isKept((await goOn(segmentBytes)).fileId)).toBe(true);
  });

  test("of eight at once one is kept, whole", async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => goOn(0)));
    const kept = results.filter((result) => result.status === "fulfilled");
    expect(kept).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ fault: "busy" });
    expect(await keysIn(place.store)).toHaveLength(1);
    expect(await filesBelow(place.parts)).toEqual([]);
  });

  test("one that seemed dead cannot finish beside the one that took over", async () => {
    let send: (chunk: Uint8Array) => void = () => undefined;
    let end: () => void = () => undefined;
    const slow = new ReadableStream<Uint8Array>({
      start(to) {
        send = (chunk) => to.enqueue(chunk);
        end = () => to.close();
      },
    });
    const first = place.files.receive(slow, { ...whole, offset: 0 });
    first.catch(() => undefined);
    send(bytes.subarray(0, 2.5 * segmentBytes));
    await expect.poll(async () => place.files.held(upload)).toBe(2 * segmentBytes);
    await utimes(join(place.parts, `${upload}.open`), 1_700_000_000, 1_700_000_000);
    const second = await goOn(2 * segmentBytes);
    send(bytes.subarray(2.5 * segmentBytes));
    end();
    await expect(first).rejects.toMatchObject({ fault: "busy" });
    expect(await isKept(second.fileId)).toBe(true);
    expect(await keysIn(place.store)).toHaveLength(1);
  });
});

describe("what a killed process left", () => {
  /** As kill -9 leaves it: claimed, and torn in the middle of a segment. */
  async function killed(torn = 12_345): Promise<void> {
    await expect(breakOff(0, 3 * segmentBytes)).rejects.toMatchObject(cut);
    await truncate(await partFile(), headerBytes + 2 * sealedSegmentBytes + torn);
    await writeFile(join(place.parts, `${upload}.open`), "");
  }

  test("waits until the dead sender's claim is stale, then goes on behind the last whole segment", async () => {
    await killed();
    expect(await place.files.held(upload)).toBe(2 * segmentBytes);
    await expect(goOn(2 * segmentBytes)).rejects.toMatchObject({ fault: "busy" });
    await utimes(join(place.parts, `${upload}.open`), 1_700_000_000, 1_700_000_000);
    expect(await isKept((await goOn(2 * segmentBytes)).fileId)).toBe(true);
    expect(await filesBelow(place.parts)).toEqual([]);
  });

  test("is not lost when the next sender breaks off at once", async () => {
    await killed();
    await utimes(join(place.parts, `${upload}.open`), 1_700_000_000, 1_700_000_000);
    await expect(breakOff(2 * segmentBytes, 2 * segmentBytes + 10)).rejects.toMatchObject(cut);
    expect(await place.files.held(upload)).toBe(2 * segmentBytes);
    expect(await isKept((await goOn(2 * segmentBytes)).fileId)).toBe(true);
  });

  test("is sealed again: no two contents are ever sealed under one nonce", async () => {
    await killed();
    const before = (await readFile(await partFile())).subarray(0, headerBytes);
    await utimes(join(place.parts, `${upload}.open`), 1_700_000_000, 1_700_000_000);
    await expect(breakOff(2 * segmentBytes, 4 * segmentBytes)).rejects.toMatchObject(cut);
    const after = (await readFile(await partFile())).subarray(0, headerBytes);
    expect(after.equals(before)).toBe(false);
  });
});

test("what nobody went on with is swept after two days, and nothing else", async () => {
  await expect(breakOff(0, 3 * segmentBytes)).rejects.toMatchObject(cut);
  const now = Date.now();
  expect(await sweepParts(place.parts, new Date(now + 47 * 3_600_000))).toBe(0);
  expect((await stat(await partFile())).size).toBeGreaterThan(0);
  expect(await sweepParts(place.parts, new Date(now + 49 * 3_600_000))).toBe(1);
  expect(await place.files.held(upload)).toBe(0);
  expect(await sweepParts(join(place.folder, "never"), new Date())).toBe(0);
});

test.each(["", "../x", "A", "a/b", "a.b", "a\0"])("the upload id %j is refused", async (part) => {
  await expect(place.files.receive(webStreamOf(bytes), { ...whole, part })).rejects.toMatchObject({ fault: "bad_key" });
});
