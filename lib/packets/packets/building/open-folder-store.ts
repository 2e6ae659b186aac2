import "server-only";
import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { readInBlocks } from "@/lib/platform/storage/read-in-blocks";
import type { KeptPart, PartStore } from "../types";

/**
 * An operator's folder as the store for the parts, unencrypted, each under its final name. The folder must not contain
 * a file of that name yet. @throws Error EEXIST
 */
export function openFolderStore(folder: string): PartStore {
  const kept: KeptPart[] = [];
  return {
    kept,
    keep: async ({ part, name, mime, write }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(join(folder, name), "wx", 0o600);
      try {
        const row = { part, name, mime, fileId: name, keyId: "", ...(await writeAll(file, write())) };
        kept.push(row);
        return row;
      } catch (error) {
        await rm(join(folder, name), { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },
    reopen: async ({ name, size }) => ({
      size,
      read: readInBlocks(size, (from, to) => readAt(join(folder, name), from, to)),
    }),
    dropAll: async () => {
      for (const { name } of kept) await rm(join(folder, name), { force: true });
    },
  };
}

async function writeAll(file: FileHandle, pieces: AsyncGenerator<Uint8Array, { pages: number } | undefined>) {
  const hash = createHash("sha256");
  let size = 0;
  for (;;) {
    const step = await pieces.next();
    if (step.done) return { sha256: hash.digest("hex"), size, pages: step.value?.pages ?? null };
    hash.update(step.value);
    size += step.value.byteLength;
    await file.write(step.value);
  }
}

async function readAt(path: string, from: number, to: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
