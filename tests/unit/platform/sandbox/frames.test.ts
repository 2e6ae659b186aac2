import { describe, expect, test } from "vitest";
import { collectAnswer } from "@/lib/platform/sandbox/answer";
import { BadFrame, readFrames } from "@/lib/platform/sandbox/frames";
import { seededBytes, seededNumbers, webStreamOf } from "@/tests/support/files";

function frame(head: unknown, body: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(json.byteLength, 0);
  lengths.writeUInt32BE(body.byteLength, 4);
  return Buffer.concat([lengths, json, body]);
}

async function read(bytes: Uint8Array, chunkSizes?: number[], maxBytes = 10_000_000) {
  const frames = [];
  for await (const found of readFrames(webStreamOf(bytes, chunkSizes), maxBytes)) frames.push(found);
  return frames;
}

describe("frames", () => {
  test("come out as they went in, however the stream is cut", async () => {
    const random = seededNumbers(7);
    const sent = Array.from({ length: 12 }, (_, index) => ({
      head: { index, words: "你好 🙂" },
      body: seededBytes(Math.floor(random() ** 3 * 90_000), index),
    }));
    const all = Buffer.concat(sent.map(({ head, body }) => frame(head, body)));
    for (let round = 0; round < 20; round += 1) {
      const cuts = Array.from({ length: 60 }, () => Math.ceil(random() ** 4 * 40_000));
      expect(await read(all, cuts)).toEqual(sent);
    }
  });

  test.each([
    ["a frame that breaks off", frame({}, new Uint8Array(100)).subarray(0, 60), undefined],
    ["a head that is no JSON", Buffer.from("0000000200000000abcd", "hex"), undefined],
    ["a length that nobody would send", Buffer.alloc(8, 0xff), undefined],
    ["more than is taken in all", frame({}, new Uint8Array(5000)), 4000],
  ])("%s is refused", async (_what, bytes, maxBytes) => {
    await expect(read(bytes, [10], maxBytes)).rejects.toBeInstanceOf(BadFrame);
  });
});

describe("what a child says is checked", () => {
  const inspection = { kind: "pdf", mime: "application/pdf", width: 1, height: 1, pages: 2, problem: null } as const;
  const body = new Uint8Array(3);

  test.each([
    [{}],
    [{ end: true, inspection, rendering: { kind: "html", text: "<script>" } }],
    [
      {
        end: true,
        inspection: { ...inspection, mime: "text/html\r\nX: y" },
        rendering: { kind: "not_shown", reason: "empty" },
      },
    ],
    [{ page: { number: 1, format: "svg", width: 1, height: 1 } }],
  ])("%j is refused", async (head) => {
    await expect(collectAnswer(undefined, { most: 2, lastPage: 2 }).take({ head, body })).rejects.toBeInstanceOf(
      BadFrame,
    );
  });

  test("a child that dies midway keeps its kind and the pages that came whole", async () => {
    const collected = collectAnswer(undefined, { most: 2, lastPage: 2 });
    await collected.take({ head: { seen: inspection }, body });
    expect(collected.answer("stopped")).toMatchObject({
      inspection: { ...inspection, problem: "stopped" },
      rendering: { kind: "not_shown", reason: "stopped" },
    });
    await collected.take({ head: { page: { number: 1, format: "jpeg", width: 4, height: 5 } }, body });
    expect(collected.answer("took_too_long").rendering).toMatchObject({
      kind: "pages",
      shownPages: 1,
      totalPages: 2,
      problem: "took_too_long",
    });
  });

  const page = (number: number) => ({ head: { page: { number, format: "jpeg", width: 4, height: 5 } }, body });
  const drawing = (number: number) => ({ head: { drawing: number }, body });

  test.each([
    ["a page that came before", [page(1), page(1)]],
    ["a page that nobody asked for", [page(3)]],
    ["a page before the first", [page(0)]],
    ["the same page begun for ever", [drawing(1), drawing(1)]],
    ["a page begun behind the last", [drawing(2), drawing(1_000_000)]],
  ])("%s is refused, so that a child cannot fill our memory", async (_what, frames) => {
    const collected = collectAnswer(undefined, { most: 2, lastPage: 2 });
    const last = frames.pop();
    for (const frame of frames) await collected.take(frame);
    await expect(collected.take(last ?? page(9))).rejects.toBeInstanceOf(BadFrame);
  });

  test("where one page is asked for, or none, no second comes", async () => {
    const answer = collectAnswer(undefined, { most: 1, lastPage: 7 });
    await answer.take(page(6));
    await expect(answer.take(page(7))).rejects.toBeInstanceOf(BadFrame);
    const none = collectAnswer(undefined, { most: 0, lastPage: 0 });
    await expect(none.take(page(1))).rejects.toBeInstanceOf(BadFrame);
  });
});
