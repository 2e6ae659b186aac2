import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { segmentBytes } from "@/lib/platform/sealing/format";
import { createS3Store } from "@/lib/platform/storage/s3";
import { keyId, keyOf, keysIn, makePlace, orgId, type Place } from "@/tests/support/file-places";
import { bytesOf, filesBelow, seededBytes, seededNumbers, webStreamOf } from "@/tests/support/files";
import { type S3Server, startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";

const MAX = 64 * 1024 * 1024;

describe("files in a folder", () => keepsTheContract(() => makePlace()));

describe.skipIf(!hasTool("moto_server"))("files in a bucket (needs moto_server, Debian's python3-moto)", () => {
  let server: S3Server;
  let bucket = 0;
  beforeAll(async () => {
    server = await startS3Server();
  }, 60_000);
  afterAll(() => server.stop());
  keepsTheContract(async () => {
    bucket += 1;
    const settings = { ...server.settings, bucket: `evidence-${bucket}` };
    await fetch(`${settings.endpoint}/${settings.bucket}`, { method: "PUT" });
    return makePlace(() => createS3Store(settings));
  });
});

/** What holds wherever the sealed objects lie. */
function keepsTheContract(make: () => Promise<Place>): void {
  let place: Place;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.remove());
  /** In both ways, which must give the same. */
  const opened = async (fileId: string, range?: { start: number; end?: number }) => {
    const streamed = await bytesOf((await place.files.open(fileId, range)).stream);
    expect(Buffer.compare(await place.files.bytes(fileId, range), streamed)).toBe(0);
    return streamed;
  };

  test("files that are read and received side by side do not share a byte", async () => {
    const all = Array.from({ length: 9 }, (_, seed) => seededBytes(segmentBytes + seed * 300_000, seed + 1));
    const kept = await Promise.all(all.map((bytes) => place.files.receive(webStreamOf(bytes), { maxBytes: MAX })));
    const read = await Promise.all(kept.map(({ fileId }) => place.files.bytes(fileId)));
    expect(read.map((bytes) => sha256Hex(bytes))).toEqual(all.map((bytes) => sha256Hex(bytes)));
    const from = segmentBytes - 9;
    const ends = await Promise.all(kept.map(({ fileId }) => place.files.bytes(fileId, { start: from })));
    expect(ends.map((bytes) => sha256Hex(bytes))).toEqual(all.map((bytes) => sha256Hex(bytes.subarray(from))));
    const behind = segmentBytes + 10;
    const later = kept.flatMap(({ fileId }, at) => (at === 0 ? [] : [place.files.bytes(fileId, { start: behind })]));
    const wanted = all.slice(1).map((bytes) => sha256Hex(bytes.subarray(behind)));
    expect((await Promise.all(later)).map((bytes) => sha256Hex(bytes))).toEqual(wanted);
  });

  describe("receiving", () => {
    test("keeps a file sealed, under the key of its organisation", async () => {
      const bytes = new TextEncoder().encode("CANARY-77aa ".repeat(100_000));
      const sent = { maxBytes: MAX, expectedSize: bytes.length, expectedSha256: sha256Hex(bytes) };
      const { fileId, ...received } = await place.files.receive(webStreamOf(bytes), sent);
      expect(received).toEqual({ sha256: sha256Hex(bytes), size: bytes.length });
      expect(await keysIn(place.store)).toEqual([`${orgId}/${keyId}/${fileId}`]);
      expect(Buffer.compare(await opened(fileId), bytes)).toBe(0);
      const { size } = (await place.store.stat(keyOf(fileId))) ?? { size: 0 };
      const sealed: Uint8Array[] = [];
      for await (const chunk of await place.store.read(keyOf(fileId), 0, size)) sealed.push(chunk);
      expect(Buffer.concat(sealed).length).toBe(size);
      expect(Buffer.concat(sealed).includes("CANARY")).toBe(false);
      expect(await filesBelow(place.parts)).toEqual([]);
    });

    test("takes a Node stream, and a file of no bytes", async () => {
      const bytes = seededBytes(200_000, 2);
      const source = Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]);
      expect((await place.files.receive(source, { maxBytes: MAX })).sha256).toBe(sha256Hex(bytes));
      const none = await place.files.receive(webStreamOf(new Uint8Array(0)), { maxBytes: MAX, expectedSize: 0 });
      expect(none).toMatchObject({ size: 0, sha256: sha256Hex("") });
      expect(await place.files.open(none.fileId)).toMatchObject({ size: 0, length: 0 });
      expect((await opened(none.fileId)).byteLength).toBe(0);
    });

    test("any cut into chunks gives the same file", async () => {
      const random = seededNumbers(20261124);
      for (let round = 0; round < 20; round += 1) {
        const bytes = seededBytes(Math.floor(random() * 2.5 * segmentBytes), round);
        const sizes = Array.from({ length: 40 }, () => Math.ceil(random() ** 4 * 150_000));
        const received = await place.files.receive(webStreamOf(bytes, sizes), { maxBytes: MAX });
        expect(received.sha256).toBe(sha256Hex(bytes));
        expect(Buffer.compare(await opened(received.fileId), bytes)).toBe(0);
      }
    });

    test("the same file twice is two objects, sealed differently", async () => {
      const bytes = seededBytes(1000, 3);
      const [one, two] = await Promise.all(
        [1, 2].map(() => place.files.receive(webStreamOf(bytes), { maxBytes: MAX })),
      );
      expect(one?.fileId).not.toBe(two?.fileId);
      expect(await keysIn(place.store)).toHaveLength(2);
    });

    test("never overwrites an object", async () => {
      const bytes = seededBytes(5000, 4);
      const { fileId } = await place.files.receive(webStreamOf(bytes), { maxBytes: MAX });
      const other = join(place.folder, "other");
      await writeFile(other, "other");
      await expect(place.store.keep(keyOf(fileId), other)).rejects.toMatchObject({ fault: "bad_key" });
      expect(Buffer.compare(await opened(fileId), bytes)).toBe(0);
    });
  });

  describe("refusing, with nothing half-kept", () => {
    const bytes = seededBytes(2_200_000, 7);
    const limits = { maxBytes: MAX };
    afterEach(async () => {
      expect(await filesBelow(place.folder)).toEqual([]);
      expect(await keysIn(place.store)).toEqual([]);
    });

    test.each([
      ["beyond the limit", { maxBytes: 2_199_999 }, "too_large"],
      ["announced beyond the limit", { maxBytes: 1000, expectedSize: 1001 }, "too_large"],
      ["longer than announced", { ...limits, expectedSize: 2_199_999 }, "too_large"],
      ["shorter than announced", { ...limits, expectedSize: 2_200_001 }, "cut_short"],
      ["other than announced", { ...limits, expectedSha256: sha256Hex("something else") }, "hash_mismatch"],
    ])("a file %s", async (_what, options, fault) => {
      await expect(place.files.receive(webStreamOf(bytes), options)).rejects.toMatchObject({ fault });
    });

    test("a sender that fails midway", async () => {
      let sent = 0;
      const failing = new ReadableStream<Uint8Array>({
        pull(to) {
          sent += 1;
          if (sent > 30) to.error(new Error("socket hang up"));
          else to.enqueue(seededBytes(65_536, sent));
        },
      });
      await expect(place.files.receive(failing, limits)).rejects.toMatchObject({ fault: "cut_short" });
    });

    test.each([
      ["web", () => new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(bytes) })],
      ["Node", () => new Readable({ read() {} })],
    ])("a silent sender (%s stream) when the request is aborted", async (_kind, makeSource) => {
      const abort = new AbortController();
      const receiving = place.files.receive(makeSource(), { ...limits, signal: abort.signal });
      setTimeout(() => abort.abort(), 60);
      await expect(receiving).rejects.toMatchObject({ fault: "cut_short" });
    });

    test.each(["..", "a/../x", "/etc", "Evidence/x", "a//x", "a/.parts", "a/b/c/d/e", "a\\b", "a\0", ""])(
      "the key %j",
      async (key) => {
        const refused = { fault: "bad_key" };
        await expect(place.store.stat(key)).rejects.toMatchObject(refused);
        await expect(place.store.read(key, 0, 1)).rejects.toMatchObject(refused);
        await expect(place.store.remove(key)).rejects.toMatchObject(refused);
        await expect(place.files.open(key)).rejects.toMatchObject(refused);
      },
    );
  });

  describe("reading", () => {
    const bytes = seededBytes(2 * segmentBytes + 1000, 8);
    let fileId = "";
    beforeEach(async () => {
      fileId = (await place.files.receive(webStreamOf(bytes), { maxBytes: MAX })).fileId;
    });

    test.each([
      [0, 0],
      [0, 9],
      [segmentBytes - 1, segmentBytes - 1],
      [segmentBytes - 1, segmentBytes],
      [segmentBytes, segmentBytes],
      [segmentBytes - 1, 2 * segmentBytes],
      [2 * segmentBytes, undefined],
      [bytes.length - 1, undefined],
      [7, 99_999_999],
    ])("bytes %s to %s", async (start, end) => {
      const wanted = bytes.subarray(start, (end ?? bytes.length) + 1);
      expect(await place.files.open(fileId, { start, end })).toMatchObject({
        size: bytes.length,
        start,
        length: wanted.length,
      });
      expect(Buffer.compare(await opened(fileId, { start, end }), wanted)).toBe(0);
    });

    test.each([{ start: bytes.length }, { start: 5, end: 4 }, { start: -1 }])("refuses %j", async (range) => {
      await expect(place.files.open(fileId, range)).rejects.toMatchObject({ fault: "bad_range" });
    });

    test("says size and time, or that nothing is there", async () => {
      const found = await place.files.stat(fileId);
      expect(found).toMatchObject({ size: bytes.length });
      expect(Math.abs(Date.now() - (found?.keptAt.getTime() ?? 0))).toBeLessThan(60_000);
      expect(await place.files.stat("absent")).toBeNull();
      await expect(place.files.open("absent")).rejects.toMatchObject({ fault: "not_found" });
      await expect(place.store.read(keyOf("absent"), 0, 5)).rejects.toMatchObject({ fault: "not_found" });
    });

    test("a reader that goes away ends the reading", async () => {
      const reader = (await place.files.open(fileId)).stream.getReader();
      await reader.read();
      await reader.cancel();
      await expect(reader.closed).resolves.toBeUndefined();
    });

    test("lists what is there under a prefix and forgets what was removed, twice without harm", async () => {
      const second = await place.files.receive(webStreamOf(bytes), { maxBytes: MAX });
      expect(await keysIn(place.store)).toEqual([keyOf(fileId), keyOf(second.fileId)].sort());
      await place.store.remove(keyOf(fileId));
      await place.store.remove(keyOf(fileId));
      expect(await keysIn(place.store)).toEqual([keyOf(second.fileId)]);
      expect(await place.files.stat(fileId)).toBeNull();
    });

    test("opens under no other name than its own", async () => {
      const { size } = (await place.store.stat(keyOf(fileId))) ?? { size: 0 };
      const copy = join(place.folder, "copy");
      const sealed: Uint8Array[] = [];
      for await (const chunk of await place.store.read(keyOf(fileId), 0, size)) sealed.push(chunk);
      await writeFile(copy, Buffer.concat(sealed));
      await place.store.keep(keyOf("other"), copy);
      await expect(opened("other")).rejects.toMatchObject({ fault: "broken" });
    });
  });
}
