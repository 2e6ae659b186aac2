import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashFile } from "@/app/(work)/cases/[caseId]/evidence/hash-file";
import { seededBytes } from "@/tests/support/files";

const MIB = 1024 * 1024;
const { signal } = new AbortController();

describe("hashFile", () => {
  test.each([0, 1, 2 * MIB - 1, 2 * MIB, 2 * MIB + 1, 5 * MIB])(
    "%i bytes: the same digest as OpenSSL",
    async (size) => {
      const bytes = seededBytes(size, size);
      const read: number[] = [];
      const digest = await hashFile(new Blob([new Uint8Array(bytes)]), (so) => read.push(so), signal);
      expect(digest).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(read.at(-1) ?? 0).toBe(size);
    },
  );

  test("a file that is gone says so; a stop ends it", async () => {
    const gone = { size: 1, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotFound")) }) };
    await expect(hashFile(gone as unknown as Blob, () => undefined, signal)).rejects.toThrow("cannot read this file");
    const stop = AbortSignal.abort(new Error("stopped"));
    await expect(hashFile(new Blob(["a"]), () => undefined, stop)).rejects.toThrow("stopped");
  });
});
