import "server-only";
import { createHash } from "node:crypto";
import { bytesOfStream } from "@/lib/platform/crypto/hash";
import type { SealedFiles } from "@/lib/platform/storage/storage";

/**
 * Reads an original to its end: its digest, and its bytes if the caller prints them. One file at a time is in memory; a
 * file that is not printed unchanged (a film, an archive) is hashed as a stream.
 * @throws StorageError not_found | broken | away
 */
export async function readOriginal(
  files: SealedFiles,
  fileId: string,
  keep: "bytes" | "digest",
): Promise<{ sha256: string; bytes: Uint8Array }> {
  const hash = createHash("sha256");
  const { stream, size } = await files.open(fileId);
  const hashed = async function* () {
    for await (const piece of stream) {
      hash.update(piece);
      if (keep === "bytes") yield piece;
    }
  };
  const bytes = await bytesOfStream(hashed(), size);
  return { sha256: hash.digest("hex"), bytes };
}
