import "server-only";
import { sha256Hex } from "@/lib/platform/crypto/hash";
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
  if (keep === "bytes") {
    const bytes = await files.bytes(fileId);
    return { sha256: sha256Hex(bytes), bytes };
  }
  const { sha256 } = await files.digest(fileId);
  return { sha256, bytes: new Uint8Array(0) };
}
