import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { keepSmallPieces } from "@/lib/platform/storage/keep-small-pieces";

async function* piecesOf(all: readonly Buffer[]): AsyncGenerator<Uint8Array, string> {
  for (const piece of all) {
    yield piece;
    // As a writer does that uses its memory again.
    piece.fill(0);
  }
  return "the end";
}

async function written(sizes: readonly number[]) {
  const all = sizes.map((size) => randomBytes(size));
  const whole = Buffer.concat(all);
  const kept = keepSmallPieces();
  const pieces = kept.passing(piecesOf(all));
  const passed: Buffer[] = [];
  let end = await pieces.next();
  for (; !end.done; end = await pieces.next()) passed.push(Buffer.from(end.value));
  const asked: [number, number][] = [];
  const read = kept.reader(async (from, to) => {
    asked.push([from, to]);
    return whole.subarray(from, to);
  });
  return { whole, passed: Buffer.concat(passed), end: end.value, read, asked };
}

const picture = 300_000;
const sizes = [10, picture, 5000, 63_000, 1, picture, 70];

test("every stretch is as it was written, whether it was kept or not", async () => {
  const { whole, passed, end, read, asked } = await written(sizes);
  expect(passed.equals(whole)).toBe(true);
  expect(end).toBe("the end");
  for (let from = 0; from < whole.length; from += 997)
    for (const length of [0, 1, 2048, 5000, 70_000]) {
      const stretch = await read(from, from + length);
      expect(Buffer.compare(Buffer.from(stretch), whole.subarray(from, from + length)), `${from} ${length}`).toBe(0);
    }
  expect(asked.length).toBeGreaterThan(0);
});

test("what lies between pictures, and where one begins, is read from nowhere else", async () => {
  const { whole, read, asked } = await written(sizes);
  const behind = 10 + picture;
  await read(0, 10 + 2048);
  await read(behind, behind + 5000 + 63_000 + 1 + 2048);
  await read(whole.length - 70, whole.length + 1000);
  expect(asked).toEqual([]);
  await read(behind - 1, behind + 1);
  expect(asked).toEqual([[behind - 1, behind + 1]]);
});

test("no more than sixteen megabytes are kept", async () => {
  const { whole, read, asked } = await written(Array.from({ length: 400 }, () => 60_000));
  await read(15_000_000, 15_000_100);
  expect(asked).toEqual([]);
  const late = await read(whole.length - 100, whole.length);
  expect(asked).toHaveLength(1);
  expect(Buffer.compare(Buffer.from(late), whole.subarray(-100))).toBe(0);
});
