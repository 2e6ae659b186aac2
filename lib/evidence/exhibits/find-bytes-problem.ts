import "server-only";
import { type SealedFiles, StorageError } from "@/lib/platform/storage/storage";

/** What a stored file is compared with: the values recorded when it was stored. */
export type KeptFile = { fileId: string | null; sha256: string; size: number };

/** The problem with a stored file. `broken`: it cannot be decrypted with its key. */
export type BytesProblem = "missing" | "broken" | "other_size" | "other_hash";

/**
 * Reads a stored file completely, in constant memory, and compares it. Null: it matches.
 * @throws StorageError `away` or `busy` if the storage itself does not answer, which says nothing about the file
 */
export async function findBytesProblem(files: SealedFiles, kept: KeptFile): Promise<BytesProblem | null> {
  if (!kept.fileId) return "missing";
  try {
    const found = await files.digest(kept.fileId);
    if (found.size !== kept.size) return "other_size";
    return found.sha256 === kept.sha256 ? null : "other_hash";
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (error.fault === "not_found") return "missing";
    if (error.fault === "broken") return "broken";
    throw error;
  }
}
