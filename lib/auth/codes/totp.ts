import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds of one step, and digits of a code: what every authenticator app takes for granted. */
const stepSeconds = 30;
const digits = 6;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The half-minute of an instant, counted from 1970 (RFC 6238, T). */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / stepSeconds);
}

/** The code of one step under a seed (RFC 4226 over RFC 6238). `length` is 8 in the vectors of the standard. */
export function codeOf(
  seed: Buffer,
  step: number,
  hash: "sha1" | "sha256" | "sha512" = "sha1",
  length = digits,
): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(hash, seed).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, "0");
}

/** The step that a code belongs to, of the one at `now` and its two neighbours; null when it fits none. */
export function matchStep(seed: Buffer, code: string, now: Date): number | null {
  const typed = Buffer.from(code.replaceAll(/\s/g, ""));
  const at = stepOf(now);
  // All three are compared whatever fits, so that the time of an answer says nothing.
  const fits = [at - 1, at, at + 1].filter((step) => {
    const right = Buffer.from(codeOf(seed, step));
    return typed.length === right.length && timingSafeEqual(typed, right);
  });
  return fits.at(-1) ?? null;
}

/** A seed as people type it into an app (RFC 4648, base32 without padding). */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The content of the QR code for an app. The account is the person's code in packets: no name, no address. */
export function otpauthUri(seed: Buffer, account: string): string {
  return `otpauth://totp/Crossdocket:${encodeURIComponent(account)}?secret=${base32(seed)}&issuer=Crossdocket`;
}

/** True for what can only be a code: a password has fifteen characters or more. */
export function looksLikeCode(text: string): boolean {
  return /^\s*\d{3}\s?\d{3}\s*$/.test(text);
}
