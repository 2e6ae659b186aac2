import { afterEach, describe, expect, test } from "vitest";
import { segmentBytes } from "@/lib/platform/sealing/format";
import { createS3Store } from "@/lib/platform/storage/s3";
import { type BadS3, dyingS3, failingS3, refusingS3, silentS3 } from "@/tests/support/bad-s3";
import { keyOf, keysIn, makePlace, type Place } from "@/tests/support/file-places";
import { bytesOf, filesBelow, seededBytes, webStreamOf } from "@/tests/support/files";
import { startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";

const patience = { answerMs: 700, stillMs: 700 };
const bytes = seededBytes(3 * segmentBytes + 5, 1);
const upload = "0198f000-0000-7000-8000-0000000000ab";
const sent = { maxBytes: 1e9, expectedSize: bytes.length };

const toStop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

async function placeOn(bad: BadS3): Promise<Place> {
  toStop.push(bad.stop);
  const place = await makePlace(() => createS3Store(bad.settings, patience));
  toStop.push(place.remove);
  return place;
}

describe.each([
  ["refuses connections", refusingS3, "does not answer"],
  ["takes connections and says nothing", silentS3, "does not answer"],
  ["answers with error 500", () => failingS3(500), "HTTP 500"],
  ["answers with error 503", () => failingS3(503), "HTTP 503"],
  ["does not know the access key", () => failingS3(403), "refuses the access key"],
])("a bucket that %s", (_what, start, words) => {
  const away = { fault: "away", message: expect.stringContaining(words) };

  test("is said to be away within seconds, by everything that is asked of it", async () => {
    const { store, files, folder } = await placeOn(await start());
    const began = Date.now();
    await expect(store.stat(keyOf("x"))).rejects.toMatchObject(away);
    await expect(store.read(keyOf("x"), 0, 5)).rejects.toMatchObject(away);
    await expect(store.remove(keyOf("x"))).rejects.toMatchObject(away);
    await expect(keysIn(store)).rejects.toMatchObject(away);
    await expect(files.open("x")).rejects.toMatchObject(away);
    await expect(files.receive(webStreamOf(bytes), sent)).rejects.toMatchObject(away);
    // Some three seconds of patience in all; without it, six times as long as the system waits for an answer.
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(await filesBelow(folder)).toEqual([]);
  });

  test("leaves what came of a named upload held, so that little must be sent again", async () => {
    const { files } = await placeOn(await start());
    await expect(files.receive(webStreamOf(bytes), { ...sent, part: upload })).rejects.toMatchObject(away);
    expect(await files.held(upload)).toBe(3 * segmentBytes);
  });
});

describe.skipIf(!hasTool("moto_server"))("a bucket that dies (needs moto_server, Debian's python3-moto)", () => {
  test("in the middle of a file keeps nothing half, and takes it when it lives again", async () => {
    const server = await startS3Server();
    toStop.push(server.stop);
    const dying = await placeOn(await dyingS3(server.settings.endpoint ?? "", 1.5 * segmentBytes));
    await expect(dying.files.receive(webStreamOf(bytes), { ...sent, part: upload })).rejects.toMatchObject({
      fault: "away",
    });
    const store = createS3Store(server.settings, patience);
    expect(await keysIn(store)).toEqual([]);
    // The same folder and the same data key, with the bucket within reach again.
    Object.assign(dying.store, store);
    const rest = bytes.subarray(3 * segmentBytes);
    const { fileId } = await dying.files.receive(webStreamOf(rest), {
      ...sent,
      part: upload,
      offset: 3 * segmentBytes,
    });
    expect(Buffer.compare(await bytesOf((await dying.files.open(fileId)).stream), bytes)).toBe(0);
    expect(await filesBelow(dying.parts)).toEqual([]);
  });

  test("while a file is read breaks the stream off, and does not end it early", async () => {
    const server = await startS3Server();
    toStop.push(server.stop);
    const place = await makePlace(() => createS3Store(server.settings, patience));
    toStop.push(place.remove);
    const large = seededBytes(24 * segmentBytes, 2);
    const { fileId } = await place.files.receive(webStreamOf(large), { maxBytes: 1e9 });
    const reader = (await place.files.open(fileId)).stream.getReader();
    await reader.read();
    await server.stop();
    const rest = async () => {
      for (;;) if ((await reader.read()).done) return;
    };
    await expect(rest()).rejects.toMatchObject({ fault: "away" });
  });
});
