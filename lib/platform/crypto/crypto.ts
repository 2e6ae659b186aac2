import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from "node:crypto";

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/** SHA-256 of text or bytes. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}

// Each key is made an object first: given bytes, Node looks in vain for a key object in them, which takes longer than to
// seal a line.

/** A 32-byte key for one purpose, derived from another key (HKDF-SHA-256). */
export function deriveKey(key: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync("sha256", createSecretKey(key), Buffer.alloc(0), info, 32));
}

/** AES-256-GCM. `aad` names the place the text belongs to: moved elsewhere, it no longer opens. */
export function encrypt(key: Buffer, plain: Buffer, aad: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", createSecretKey(key), nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${nonce.toString("base64url")}.${body.toString("base64url")}`;
}

/** True for what encrypt() made, as against a text that somebody wrote. */
export function isSealed(text: string): boolean {
  return new RegExp(`^${version}\\.[\\w-]{16}\\.[\\w-]{22,}$`).test(text);
}

/** @throws Error when the text was changed, moved, or sealed under another key. */
export function decrypt(key: Buffer, text: string, aad: string): Buffer {
  const [v, nonce, body] = text.split(".");
  const start = Buffer.from(nonce ?? "", "base64url");
  const all = Buffer.from(body ?? "", "base64url");
  // A shorter tag would be taken for one as well, and is easier to guess.
  if (v !== version || start.length !== nonceBytes || all.length < tagBytes) throw new Error("Not a sealed value.");
  const decipher = createDecipheriv("aes-256-gcm", createSecretKey(key), start, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(all.subarray(-tagBytes));
  return Buffer.concat([decipher.update(all.subarray(0, -tagBytes)), decipher.final()]);
}

/**
 * A keyed token of 16 bytes. Without the key it does not reveal the value; but equal values give equal tokens, so
 * somebody with a copy of the table can count them. docs/security/fields.md gives the consequences.
 */
export function keyedToken(key: Buffer, value: string): Buffer {
  return createHmac("sha256", createSecretKey(key)).update(value).digest().subarray(0, 16);
}

const bucket = 64;

/** Pads text to the next 64 bytes, so that the length of a sealed value does not give it away. */
export function pad(text: string): Buffer {
  const raw = Buffer.from(text, "utf8");
  const size = Math.ceil((raw.length + 4) / bucket) * bucket;
  const out = Buffer.alloc(size);
  out.writeUInt32BE(raw.length, 0);
  raw.copy(out, 4);
  return out;
}

/** The text that pad() was given. */
export function unpad(padded: Buffer): string {
  return padded.subarray(4, 4 + padded.readUInt32BE(0)).toString("utf8");
}
