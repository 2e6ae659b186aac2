import { chmod, mkdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/hash";
import { createDiskStorage } from "@/lib/platform/storage/disk";
import type { Storage } from "@/lib/platform/storage/storage";
import {
  bytesOf,
  filesBelow,
  madeUpStream,
  scratchFolder,
  seededBytes,
  seededNumbers,
  webStreamOf,
} from "@/tests/support/files";

const SPACE = "evidence/0198f000-0000-7000-8000-000000000001";
const MAX = 64 * 1024 * 1024;

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let storage: Storage;

beforeEach(async () => {
  folder = await scratchFolder();
  storage = createDiskStorage({ root: folder.path, minFreeBytes: 0 });
});
afterEach(() => folder.remove());

describe("receiving", () => {
  test("keeps a file under its hash, readable by its owner only", async () => {
    const bytes = seededBytes(3_000_001, 1);
    const sha256 = sha256Hex(bytes);
    const received = await storage.receive(SPACE, webStreamOf(bytes), {
      maxBytes: MAX,
      expectedSize: bytes.byteLength,
      expectedSha256: sha256,
    });
    expect(received).toEqual({ sha256, size: bytes.byteLength, alreadyHeld: false });
    expect(await filesBelow(folder.path)).toEqual([`${SPACE}/${sha256.slice(0, 2)}/${sha256}`]);
    const path = join(folder.path, SPACE, sha256.slice(0, 2), sha256);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(sha256Hex(await readFile(path))).toBe(sha256);
  });

  test("takes a Node stream", async () => {
    const bytes = seededBytes(200_000, 2);
    const received = await storage.receive(SPACE, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
      maxBytes: MAX,
    });
    expect(received.sha256).toBe(sha256Hex(bytes));
  });

  test("keeps a file of no bytes", async () => {
    const { sha256, size } = await storage.receive(SPACE, webStreamOf(new Uint8Array(0)), {
      maxBytes: MAX,
      expectedSize: 0,
    });
    expect(size).toBe(0);
    expect(sha256).toBe(sha256Hex(""));
    const opened = await storage.open(SPACE, sha256);
    expect(opened).toMatchObject({ size: 0, length: 0 });
    expect((await bytesOf(opened.stream)).byteLength).toBe(0);
  });

  test("any cut into chunks gives the same file", async () => {
    const random = seededNumbers(20261124);
    for (let round = 0; round < 60; round += 1) {
      const bytes = seededBytes(Math.floor(random() * 400_000), round);
      const sizes = Array.from({ length: 40 }, () => Math.ceil(random() ** 4 * 150_000));
      const received = await storage.receive(SPACE, webStreamOf(bytes, sizes), {
        maxBytes: MAX,
        expectedSize: bytes.byteLength,
      });
      const { stream } = await storage.open(SPACE, received.sha256);
      expect(Buffer.compare(await bytesOf(stream), bytes)).toBe(0);
      expect(received.sha256).toBe(sha256Hex(bytes));
    }
  });

  test("the same file twice is kept once", async () => {
    const bytes = seededBytes(100_000, 3);
    const first = await storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX });
    const second = await storage.receive(SPACE, webStreamOf(bytes, [1000]), { maxBytes: MAX });
    expect(second).toEqual({ ...first, alreadyHeld: true });
    expect(await filesBelow(folder.path)).toHaveLength(1);
  });

  test("the same file twice at once is kept once", async () => {
    const bytes = seededBytes(2_500_000, 4);
    const receive = () => storage.receive(SPACE, webStreamOf(bytes, [9000]), { maxBytes: MAX });
    const results = await Promise.all(Array.from({ length: 8 }, receive));
    expect(new Set(results.map((result) => result.sha256))).toEqual(new Set([sha256Hex(bytes)]));
    expect(await filesBelow(folder.path)).toHaveLength(1);
    const { stream } = await storage.open(SPACE, sha256Hex(bytes));
    expect(sha256Hex(await bytesOf(stream))).toBe(sha256Hex(bytes));
  });

  test("a damaged copy is replaced when the file arrives again", async () => {
    const bytes = seededBytes(10_000, 5);
    const { sha256 } = await storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX });
    const path = join(folder.path, SPACE, sha256.slice(0, 2), sha256);
    await chmod(path, 0o600);
    await truncate(path, 10);
    expect((await storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX })).alreadyHeld).toBe(false);
    expect(sha256Hex(await readFile(path))).toBe(sha256);
  });

  test("spaces do not see one another", async () => {
    const { sha256 } = await storage.receive("evidence/one", webStreamOf(seededBytes(10, 6)), { maxBytes: MAX });
    expect(await storage.exists("evidence/one", sha256)).toBe(true);
    expect(await storage.exists("evidence/two", sha256)).toBe(false);
  });
});

describe("refusing, with nothing half-kept", () => {
  const bytes = seededBytes(2_200_000, 7);
  afterEach(async () => expect(await filesBelow(folder.path)).toEqual([]));

  test("a file beyond the limit, announced or not", async () => {
    const tooLarge = { fault: "too_large" };
    await expect(storage.receive(SPACE, webStreamOf(bytes), { maxBytes: 2_199_999 })).rejects.toMatchObject(tooLarge);
    await expect(
      storage.receive(SPACE, webStreamOf(bytes), { maxBytes: 1000, expectedSize: 1001 }),
    ).rejects.toMatchObject(tooLarge);
    await expect(
      storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX, expectedSize: 2_199_999 }),
    ).rejects.toMatchObject(tooLarge);
  });

  test("fewer bytes than announced", async () => {
    await expect(
      storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX, expectedSize: bytes.byteLength + 1 }),
    ).rejects.toMatchObject({ fault: "cut_short" });
  });

  test("other bytes than announced", async () => {
    const expectedSha256 = sha256Hex("something else");
    await expect(storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX, expectedSha256 })).rejects.toMatchObject({
      fault: "hash_mismatch",
    });
  });

  test("a sender that fails midway", async () => {
    let sent = 0;
    const failing = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 30) controller.error(new Error("socket hang up"));
        else controller.enqueue(seededBytes(65_536, sent));
      },
    });
    await expect(storage.receive(SPACE, failing, { maxBytes: MAX })).rejects.toMatchObject({ fault: "cut_short" });
  });

  test.each([
    ["web", () => new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes) })],
    ["Node", () => new Readable({ read() {} })],
  ])("a silent sender (%s stream) when the request is aborted", async (_kind, makeSource) => {
    const abort = new AbortController();
    const receiving = storage.receive(SPACE, makeSource(), { maxBytes: MAX, signal: abort.signal });
    setTimeout(() => abort.abort(), 60);
    await expect(receiving).rejects.toMatchObject({ fault: "cut_short" });
  });

  test("a disk with less room than the floor", async () => {
    const fussy = createDiskStorage({ root: folder.path, minFreeBytes: Number.MAX_SAFE_INTEGER });
    await expect(fussy.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX })).rejects.toMatchObject({
      fault: "disk_full",
    });
  });

  test.each([
    "",
    "..",
    "evidence/../x",
    "/etc",
    "Evidence",
    "evidence//x",
    "evidence/.parts",
    "a/b/c/d/e",
    "a\\b",
    "a\0",
  ])("the space %j", async (space) => {
    await expect(storage.receive(space, webStreamOf(bytes), { maxBytes: MAX })).rejects.toMatchObject({
      fault: "bad_key",
    });
  });

  test.each(["", "ABC", "../../etc/passwd", "A".repeat(64), "0".repeat(63), `${"0".repeat(64)}\n`])(
    "the key %j",
    async (key) => {
      await expect(storage.open(SPACE, key)).rejects.toMatchObject({ fault: "bad_key" });
      await expect(storage.exists(SPACE, key)).rejects.toMatchObject({ fault: "bad_key" });
    },
  );
});

describe("reading", () => {
  const bytes = seededBytes(1_500_000, 8);
  let sha256 = "";
  beforeEach(async () => {
    sha256 = (await storage.receive(SPACE, webStreamOf(bytes), { maxBytes: MAX })).sha256;
  });

  test.each([
    [0, 0],
    [0, 9],
    [1_048_575, 1_048_577],
    [1_499_999, undefined],
    [7, 99_999_999],
  ])("bytes %s to %s", async (start, end) => {
    const opened = await storage.open(SPACE, sha256, { start, end });
    const wanted = bytes.subarray(start, (end ?? bytes.byteLength) + 1);
    expect(opened).toMatchObject({ size: bytes.byteLength, start, length: wanted.byteLength });
    expect(Buffer.compare(await bytesOf(opened.stream), wanted)).toBe(0);
  });

  test.each([{ start: 1_500_000 }, { start: 5, end: 4 }, { start: -1 }])("refuses %j", async (range) => {
    await expect(storage.open(SPACE, sha256, range)).rejects.toMatchObject({ fault: "bad_range" });
  });

  test("says size and time, or that nothing is there", async () => {
    expect(await storage.stat(SPACE, sha256)).toMatchObject({ size: bytes.byteLength });
    expect(await storage.stat(SPACE, sha256Hex("absent"))).toBeNull();
    await expect(storage.open(SPACE, sha256Hex("absent"))).rejects.toMatchObject({ fault: "not_found" });
  });

  test("a reader that goes away closes the file", async () => {
    const { stream } = await storage.open(SPACE, sha256);
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await expect(reader.closed).resolves.toBeUndefined();
  });
});

test("sweeping removes what a dead process left and nothing else", async () => {
  const { sha256 } = await storage.receive(SPACE, webStreamOf(seededBytes(10, 9)), { maxBytes: MAX });
  const parts = join(folder.path, SPACE, ".parts");
  await mkdir(parts, { recursive: true });
  await writeFile(join(parts, "dead.part"), "x");
  await writeFile(join(parts, "alive.part"), "x");
  await utimes(join(parts, "dead.part"), 1_700_000_000, 1_700_000_000);
  expect(await storage.sweep(new Date())).toBe(1);
  expect(await filesBelow(join(folder.path, SPACE))).toEqual([".parts/alive.part", `${sha256.slice(0, 2)}/${sha256}`]);
});

test("sweeping a storage that was never used finds nothing", async () => {
  expect(await createDiskStorage({ root: join(folder.path, "new") }).sweep(new Date())).toBe(0);
});

test("memory does not grow with the file: 300 MB", async () => {
  const size = 300 * 1024 * 1024;
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const received = await storage.receive(SPACE, madeUpStream(size), { maxBytes: size, expectedSize: size });
  clearInterval(watch);
  expect(received.size).toBe(size);
  expect((peak - before) / 1024 / 1024).toBeLessThan(60);
});
