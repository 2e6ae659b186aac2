import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readInBlocks } from "@/lib/platform/storage/read-in-blocks";

const MIB = 1024 * 1024;

describe("a file that is read in blocks", () => {
  const bytes = randomBytes(20 * MIB + 77);
  const reader = () => {
    const asked: [number, number][] = [];
    const read = readInBlocks(bytes.length, async (from, to) => {
      asked.push([from, to]);
      return bytes.subarray(from, to);
    });
    return { asked, read };
  };

  test.each([
    [0, 10],
    [MIB - 3, MIB + 3],
    [MIB, 3 * MIB],
    [20 * MIB, 20 * MIB + 77],
    [20 * MIB + 70, 30 * MIB],
    [5, 5],
    [0, 20 * MIB + 77],
  ])("gives bytes %i to %i as they are", async (from, to) => {
    expect(Buffer.from(await reader().read(from, to)).equals(bytes.subarray(from, to))).toBe(true);
  });

  test("asks once for what lies near, and keeps no more than a few blocks", async () => {
    const { asked, read } = reader();
    for (let at = 0; at < MIB; at += 5000) await read(at, at + 100);
    expect(asked.length).toBeLessThanOrEqual(2);
    for (let block = 0; block < 20; block += 1) await read(block * MIB, block * MIB + 1);
    await read(0, 1);
    expect(asked.filter(([from]) => from === 0)).toHaveLength(2);
  });

  test("has the next block on its way for whoever goes straight on, and says of a broken one when it is wanted", async () => {
    const { asked, read } = reader();
    await read(0, 1);
    await read(9 * MIB, 9 * MIB + 1);
    expect(asked).toHaveLength(2);
    await read(MIB, MIB + 1);
    expect(asked.map(([from]) => from / MIB)).toEqual([0, 9, 1, 2]);
    await read(2 * MIB, 2 * MIB + 1);
    expect(asked.map(([from]) => from / MIB)).toEqual([0, 9, 1, 2, 3]);
    const broken = readInBlocks(4 * MIB, async (from, to) => {
      if (from === 2 * MIB) throw new Error("broken");
      return bytes.subarray(from, to);
    });
    await broken(0, 1);
    await broken(MIB, MIB + 1);
    await expect(broken(2 * MIB, 2 * MIB + 1)).rejects.toThrow("broken");
  });
});
