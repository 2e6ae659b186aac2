import "server-only";
import { createHash } from "node:crypto";

const SHA256_HEX = /^[0-9a-f]{64}$/;

/** True for a SHA-256 digest as we write it: 64 lower-case hex characters. */
export function isSha256(value: string): boolean {
  return SHA256_HEX.test(value);
}

/** SHA-256 of bytes or of a UTF-8 string, 64 lower-case hex characters. For files use `Storage.receive`, which streams. */
export function sha256Hex(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The bytes of a stream of known size: a single chunk unchanged, several chunks copied once. */
export async function bytesOfStream(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  let bytes: Uint8Array | null = null;
  let at = 0;
  for await (const piece of stream) {
    if (bytes === null && piece.byteLength === size) bytes = piece;
    else {
      bytes ??= Buffer.allocUnsafe(size);
      bytes.set(piece, at);
    }
    at += piece.byteLength;
  }
  return bytes?.subarray(0, at) ?? new Uint8Array(0);
}

/** SHA-256 and length of a stream, in constant memory. Re-hashing a stored file before a packet uses this. */
export async function sha256OfStream(stream: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: hash.digest("hex"), size };
}
