import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";

/** age seals its payload in pieces of 64 KiB, each with a tag of 16 bytes (the STREAM construction of age v1). */
export const pieceBytes = 64 * 1024;
export const tagBytes = 16;
export const nonceBytes = 16;

/** The key of one payload, as the age format derives it from the file key and the payload's nonce. */
export function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

/** Counter in the first 11 bytes, "this is the last piece" in the twelfth: no piece can be moved, left out or added. */
export function pieceNonce(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(count, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

const length = { authTagLength: tagBytes };

export function sealPiece(key: Buffer, nonce: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv("chacha20-poly1305", key, nonce, length);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the piece was changed or is not the one of this place */
export function openPiece(key: Buffer, nonce: Buffer, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv("chacha20-poly1305", key, nonce, length);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
}
