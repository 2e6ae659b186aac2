import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { headerBytes, plainSize, segmentBytes } from "@/lib/platform/sealing/format";
import { openRange } from "@/lib/platform/sealing/open-range";
import { createSealer } from "@/lib/platform/sealing/seal-stream";

const seal = { key: randomBytes(32), name: "org/key/file" };

function sealAll(plain: Buffer, by = 300_001): Buffer {
  const sealer = createSealer(seal);
  const parts = [sealer.header];
  for (let at = 0; at < plain.length; at += by) {
    // The sealer uses its buffers again.
    for (const sealed of sealer.add(plain.subarray(at, at + by))) parts.push(Buffer.from(sealed));
  }
  return Buffer.concat([...parts, sealer.finish()]);
}

async function openAll(sealed: Buffer, start?: number, end?: number, by = seal): Promise<Buffer> {
  const read = (from: number, to: number) => onePiece(sealed.subarray(from, to));
  const parts: Buffer[] = [];
  for await (const part of openRange(by, { size: sealed.length, read }, start, end)) parts.push(part);
  return Buffer.concat(parts);
}

async function* onePiece(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
}

describe("a sealed file", () => {
  test.each([0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 3 * segmentBytes])(
    "of %i bytes opens again",
    async (size) => {
      const plain = randomBytes(size);
      const sealed = sealAll(plain);
      expect(plainSize(sealed.length)).toBe(size);
      expect((await openAll(sealed)).equals(plain)).toBe(true);
    },
  );

  test.each([1, 700_000, segmentBytes, segmentBytes + 1])(
    "of %i bytes that were announced opens again",
    async (size) => {
      const plain = randomBytes(size);
      const sealer = createSealer(seal, undefined, size);
      const parts = [sealer.header, ...[...sealer.add(plain)].map((part) => Buffer.from(part))];
      parts.push(Buffer.from(sealer.finish()));
      sealer.release();
      expect((await openAll(Buffer.concat(parts))).equals(plain)).toBe(true);
    },
  );

  test("gives any stretch of itself", async () => {
    const plain = randomBytes(2 * segmentBytes + 500);
    const sealed = sealAll(plain);
    for (const [start, end] of [
      [0, 1],
      [segmentBytes - 1, segmentBytes + 1],
      [5, plain.length],
      [plain.length - 1, plain.length],
    ] as const) {
      expect((await openAll(sealed, start, end)).equals(plain.subarray(start, end)), `${start}-${end}`).toBe(true);
    }
  });

  test("has what it needs of its source before it lets go of it: the next reader fills the same buffer", async () => {
    const plain = randomBytes(2 * segmentBytes + 500);
    const sealed = sealAll(plain);
    const read = async function* (from: number, to: number) {
      const passing = Buffer.from(sealed.subarray(from, to));
      try {
        yield passing;
      } finally {
        passing.fill(0);
      }
    };
    const start = segmentBytes + 3;
    const end = 2 * segmentBytes + 9;
    const parts: Buffer[] = [];
    for await (const part of openRange(seal, { size: sealed.length, read }, start, end)) parts.push(part);
    expect(Buffer.concat(parts).equals(plain.subarray(start, end))).toBe(true);
  });

  test("does not open when it was cut at a segment, swapped, lengthened, or named otherwise", async () => {
    const plain = randomBytes(2 * segmentBytes + 500);
    const sealed = sealAll(plain);
    const one = segmentBytes + 16;
    const head = sealed.subarray(0, headerBytes);
    const [first, second, rest] = [0, 1, 2].map((i) =>
      sealed.subarray(headerBytes + i * one, headerBytes + (i + 1) * one),
    );
    if (!first || !second || !rest) throw new Error("three segments");
    await expect(openAll(Buffer.concat([head, first, second]))).rejects.toThrow("does not open");
    await expect(openAll(Buffer.concat([head, second, first, rest]))).rejects.toThrow("does not open");
    await expect(openAll(Buffer.concat([sealed, rest]))).rejects.toThrow("does not open");
    await expect(openAll(sealed, 0, 1, { ...seal, name: "org/key/other" })).rejects.toThrow("does not open");
  });

  test("does not open when one bit of any of 200 places was turned", async () => {
    const sealed = sealAll(randomBytes(1000));
    for (let i = 0; i < 200; i += 1) {
      const at = Math.floor((i * sealed.length) / 200);
      const bent = Buffer.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ (1 << (i % 8));
      await expect(openAll(bent), `byte ${at}`).rejects.toThrow("does not open");
    }
  });

  test("does not open when one byte of its header was changed, in any of 20 files", async () => {
    for (let no = 0; no < 20; no += 1) {
      const sealed = sealAll(randomBytes(10 + no));
      for (let at = 0; at < headerBytes; at += 1) {
        const bent = Buffer.from(sealed);
        bent[at] = (bent[at] ?? 0) ^ (1 << ((at + no) % 8));
        await expect(openAll(bent), `byte ${at}`).rejects.toThrow("does not open");
      }
    }
  });

  test("does not open when a byte on either side of a segment's border was changed, or it ends there", async () => {
    const sealed = sealAll(randomBytes(3 * segmentBytes + 500));
    const one = segmentBytes + 16;
    for (const border of [
      headerBytes,
      headerBytes + one,
      headerBytes + 2 * one,
      headerBytes + 3 * one,
      sealed.length,
    ]) {
      for (const at of [border - 17, border - 16, border - 1, border, border + 1].filter((x) => x < sealed.length)) {
        const bent = Buffer.from(sealed);
        bent[at] = (bent[at] ?? 0) ^ 1;
        await expect(openAll(bent), `byte ${at}`).rejects.toThrow("does not open");
      }
      for (const end of [border - 1, border, border + 1].filter((x) => x < sealed.length))
        await expect(openAll(sealed.subarray(0, end)), `cut at ${end}`).rejects.toThrow("does not open");
    }
  });

  test("no segment opens in the place of another, of its own file or of one under the same key", async () => {
    const plain = randomBytes(2 * segmentBytes);
    const mine = sealAll(plain);
    const other = sealAll(plain);
    const one = segmentBytes + 16;
    const part = (file: Buffer, no: number) => file.subarray(headerBytes + no * one, headerBytes + (no + 1) * one);
    const head = mine.subarray(0, headerBytes);
    for (const parts of [
      [part(mine, 0), part(mine, 0)],
      [part(mine, 1), part(mine, 0)],
      [part(other, 0), part(mine, 1)],
      [part(mine, 0), part(other, 1)],
      [part(mine, 1)],
    ])
      await expect(openAll(Buffer.concat([head, ...parts]))).rejects.toThrow("does not open");
  });

  test("never seals the same bytes the same way twice", () => {
    const plain = randomBytes(100);
    expect(sealAll(plain).equals(sealAll(plain))).toBe(false);
  });
});
