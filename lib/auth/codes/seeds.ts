import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { decrypt, deriveKey, encrypt } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

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
 * The seed offered to this session, random and stored encrypted for an hour, so that a resubmitted form, even without
 * JavaScript, shows the same QR code. Another session, or the next change, is offered another.
 * @returns the seed and its encrypted form; null for a person who may not add a factor now
 */
export async function offerSeed(session: Buffer, loginId: string): Promise<{ seed: Buffer; sealed: string } | null> {
  const drawn = sealSeed(loginId, randomBytes(seedBytes));
  const [row] = await ask<{ seed: string | null }>(sql`select auth.offer_totp(${session}, ${drawn}) as seed`);
  return row?.seed ? { seed: openSeed(loginId, row.seed), sealed: row.seed } : null;
}
