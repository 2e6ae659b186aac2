import "server-only";
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from "node:crypto";

/** Plain bytes in one segment; only the last may hold fewer. */
export const segmentBytes = 1024 * 1024;
export const tagBytes = 16;
const magic = Buffer.from("CDF1");
const saltBytes = 32;
const prefixBytes = 7;
export const headerBytes = magic.length + saltBytes + prefixBytes;
export const sealedSegmentBytes = segmentBytes + tagBytes;

/** The bytes are not what was sealed, or not under this key and name. */
export class SealBroken extends Error {
  constructor(where: string) {
    super(`A sealed file does not open: ${where}.`);
    this.name = "SealBroken";
  }
}

/** `name` binds the file to its place: sealed under one name, it opens under no other. `key`: 32 bytes. */
export type SealKey = { key: Buffer; name: string };

export type FileHeader = { salt: Buffer; prefix: Buffer };

export function writeHeader({ salt, prefix }: FileHeader): Buffer {
  return Buffer.concat([magic, salt, prefix]);
}

/** @throws SealBroken */
export function readHeader(bytes: Uint8Array): FileHeader {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < headerBytes || !all.subarray(0, magic.length).equals(magic)) throw new SealBroken("header");
  const salt = Buffer.from(all.subarray(magic.length, magic.length + saltBytes));
  return { salt, prefix: Buffer.from(all.subarray(magic.length + saltBytes, headerBytes)) };
}

export const newHeaderSizes = { saltBytes, prefixBytes };

/** The key of one file: HKDF-SHA-256 of the data key, salted, for this name. */
export function fileKey({ key, name }: SealKey, { salt }: FileHeader): Buffer {
  return Buffer.from(hkdfSync("sha256", createSecretKey(key), salt, `file|${name}|v1`, 32));
}

function nonceOf({ prefix }: FileHeader, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce, 0);
  nonce.writeUInt32BE(index, prefixBytes);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/**
 * Seals one segment into `out` and gives the part of it that was filled. Its number and whether it is the last are in
 * the nonce: none can be moved, cut or left out. @param out at least as long as the plain bytes and the tag
 */
export function sealSegment(key: Buffer, header: FileHeader, at: SegmentPlace, plain: Uint8Array, out: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", createSecretKey(key), nonceOf(header, at.index, at.last));
  const sealed = cipher.update(plain);
  out.set(sealed);
  free(sealed);
  cipher.final();
  out.set(cipher.getAuthTag(), plain.byteLength);
  return out.subarray(0, plain.byteLength + tagBytes);
}

/**
 * Gives back the memory of a buffer that nobody uses any more, unless it is part of a larger one. The collector counts a
 * megabyte outside its heap as a few bytes, and would leave a hundred of them.
 */
export function free(bytes: Uint8Array): void {
  if (bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
}

export type SegmentPlace = { index: number; last: boolean };

/** @throws SealBroken */
export function openSegment(key: Buffer, header: FileHeader, index: number, last: boolean, sealed: Uint8Array): Buffer {
  if (sealed.byteLength < tagBytes) throw new SealBroken(`segment ${index}`);
  const decipher = createDecipheriv("aes-256-gcm", createSecretKey(key), nonceOf(header, index, last));
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.byteLength - tagBytes));
  try {
    decipher.final();
  } catch {
    throw new SealBroken(`segment ${index}`);
  }
  return plain;
}

/** How many plain bytes a sealed object of this size holds. @throws SealBroken */
export function plainSize(sealedSize: number): number {
  const body = sealedSize - headerBytes;
  if (body < tagBytes) throw new SealBroken("size");
  return body - Math.ceil(body / sealedSegmentBytes) * tagBytes;
}

/** A file of no bytes has one empty segment. */
export const segmentCount = (size: number): number => Math.max(1, Math.ceil(size / segmentBytes));
