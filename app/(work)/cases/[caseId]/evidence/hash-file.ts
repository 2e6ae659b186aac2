import { bytesToHex } from "@noble/hashes/utils.js";
import { t } from "@/lib/platform/language/translate";
import { SendError } from "./send-file";

/** Small enough that the page stays quick between two slices, and that memory stays flat whatever the size. */
const sliceBytes = 2 * 1024 * 1024;

/**
 * SHA-256 of a file of any size, 64 lower-case hex characters, read in slices.
 * @throws SendError when the file can no longer be read or the line is lost; the signal's reason when it is aborted
 */
export async function hashFile(file: Blob, onRead: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  // Fetched with the first file: the pages that take files are mostly read.
  const { sha256 } = await import("@noble/hashes/sha2.js").catch(away);
  signal.throwIfAborted();
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += sliceBytes) {
    signal.throwIfAborted();
    const slice = await file
      .slice(at, at + sliceBytes)
      .arrayBuffer()
      .catch(unreadable);
    hash.update(new Uint8Array(slice));
    onRead(Math.min(at + sliceBytes, file.size));
  }
  return bytesToHex(hash.digest());
}

function unreadable(): never {
  throw new SendError(-1, t("The browser cannot read this file any more. Choose it again."));
}

function away(): never {
  throw new SendError(0, t("The connection was lost. Try again."));
}
