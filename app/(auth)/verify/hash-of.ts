import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const sliceBytes = 2 * 1024 * 1024;

/** SHA-256 of a file of any size as 64 lower-case hex characters, read in slices, so that memory stays flat. */
export async function hashOf(file: Blob): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += sliceBytes) {
    hash.update(new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer()));
  }
  return bytesToHex(hash.digest());
}
