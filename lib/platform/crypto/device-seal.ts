import "server-only";
import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";

/**
 * What a browser seals to a public key, and only the server opens: P-256, a fresh key of the browser for each sealing,
 * HKDF-SHA-256, AES-256-GCM. The other half is app/offline/_device/store.mjs.
 */
const curve = "prime256v1";
const tagBytes = 16;

/** A pair for one device. `publicKey` is a point, not compressed, as WebCrypto takes it. */
export function makeDeviceKeys(): { publicKey: Buffer; privateKey: Buffer } {
  const pair = createECDH(curve);
  const publicKey = pair.generateKeys();
  const privateKey = pair.getPrivateKey();
  // Leading zeros are left out.
  return { publicKey, privateKey: Buffer.concat([Buffer.alloc(32 - privateKey.length), privateKey]) };
}

/**
 * The key of one sealing: of `item`, with the browser's own public key. @throws Error for what is no point of the curve
 */
export function sealingKey(privateKey: Buffer, item: string, fromBrowser: Buffer): Buffer {
  const own = createECDH(curve);
  own.setPrivateKey(privateKey);
  const secret = own.computeSecret(fromBrowser);
  const info = `crossdocket offline v1|${item}|${fromBrowser.toString("base64url")}`;
  return Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), info, 32));
}

/**
 * Opens one part of a sealing. Each has a number, so that none can be left out or put in the place of another: 0 is
 * what is said of it, 1 and on are pieces of a file. @throws Error when it was changed, moved or sealed for another key
 */
export function openPart(key: Buffer, number: number, sealed: Uint8Array): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  if (sealed.length < tagBytes) throw new Error("Not a sealed part.");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
}
