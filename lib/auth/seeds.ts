import "server-only";
import { decrypt, deriveKey, encrypt } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import type { Standing } from "./standing";

const seedBytes = 20;

const place = (loginId: string) => `totp|seed|${loginId}`;

/** A seed at rest opens with the key of this server and for this login only. */
export function sealSeed(loginId: string, seed: Buffer): string {
  return encrypt(deriveKey(env().KEK, "totp-seed"), seed, place(loginId));
}

export function openSeed(loginId: string, sealed: string): Buffer {
  return decrypt(deriveKey(env().KEK, "totp-seed"), sealed, place(loginId));
}

/**
 * The seed that this session is offered. Derived and not kept, so that a form which is sent again, without script too,
 * shows the same QR code; another session, or the next change, is offered another.
 */
export function offeredSeed({ sessionId, loginId, totpAt }: Standing): Buffer {
  const since = totpAt?.toISOString() ?? "none";
  return deriveKey(deriveKey(env().KEK, "totp-offer"), `${loginId}|${sessionId}|${since}`).subarray(0, seedBytes);
}
