import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { segmentBytes } from "@/lib/platform/sealing/format";
import { makePlace, type Place } from "@/tests/support/file-places";
import { bytesOf, seededBytes } from "@/tests/support/files";

const bytes = seededBytes(segmentBytes + 777, 1);
const expected = { maxBytes: 1e9, expectedSize: bytes.length, expectedSha256: sha256Hex(bytes) };

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

/** In chunks of an odd size, each in memory of its own. */
function chunksOfOwn(): Uint8Array[] {
  const starts = Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, at) => at * 70_001);
  return starts.map((start) => Uint8Array.from(bytes.subarray(start, start + 70_001)));
}

async function* given(chunks: readonly Uint8Array[]) {
  yield* chunks;
}

const heldOf = (chunks: readonly Uint8Array[]) => chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);

describe("the memory of the chunks of a file that is received", () => {
  test("is given back once they are sealed, where the source says that nobody else holds them", async () => {
    const chunks = chunksOfOwn();
    const { fileId, sha256 } = await place.files.receive(given(chunks), { ...expected, freesChunks: true });
    expect([sha256, heldOf(chunks)]).toEqual([expected.expectedSha256, 0]);
    expect(Buffer.compare(await bytesOf((await place.files.open(fileId)).stream), bytes)).toBe(0);
  });

  test("is left alone otherwise, and where a chunk is a part of something larger", async () => {
    const chunks = chunksOfOwn();
    await place.files.receive(given(chunks), expected);
    expect(heldOf(chunks)).toBe(bytes.length);
    const shared = [bytes.subarray(0, segmentBytes), bytes.subarray(segmentBytes)];
    const { sha256 } = await place.files.receive(given(shared), { ...expected, freesChunks: true });
    expect([sha256, sha256Hex(bytes)]).toEqual([expected.expectedSha256, expected.expectedSha256]);
  });

  test("is not that of the connection: the body of a request holds copies of what came in", async () => {
    const came = chunksOfOwn().map((chunk) => Buffer.from(chunk.buffer));
    const init = { method: "PUT", body: Readable.from(came), duplex: "half" };
    const { body } = new Request("http://localhost/", init as unknown as RequestInit);
    await place.files.receive(body ?? given([]), { ...expected, freesChunks: true });
    expect(heldOf(came)).toBe(bytes.length);
  });
});
