import "server-only";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { KeptWords } from "./input";
import type { KeptWords as Kept } from "./types";

/** What was read in one picture. @throws StorageError not_found | broken | away */
export async function openKeptWords(files: SealedFiles, fileId: string): Promise<Kept> {
  const bytes = await files.bytes(fileId);
  return KeptWords.parse(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")));
}
