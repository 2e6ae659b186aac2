import { type FirstLinkState, limits } from "./types";

/** Crockford's base 32: no I, L, O and U, so that a code survives a phone call. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Twelve characters, 60 bits, from at least 12 random bytes: `7Q4KD0XMB2TA`. */
export function codeFrom(random: Uint8Array): string {
  return [...random.subarray(0, 12)].map((byte) => alphabet[byte & 31]).join("");
}

/** As it is read out: `7Q4K D0XM B2TA`. */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** What was typed, with what ears confuse put right: small letters, spaces and dashes, I and L for 1, O for 0. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
}

export function isCode(read: string): boolean {
  return read.length === 12 && [...read].every((sign) => alphabet.includes(sign));
}

/** 32 bytes in an address; null for text that cannot be one. */
export function secretIn(text: string): Buffer | null {
  return /^[\w-]{43}$/.test(text) ? Buffer.from(text, "base64url") : null;
}

type LinkFacts = {
  releasedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date | null;
  lockedAt: Date | null;
  redeemedAt: Date | null;
};

export function stateOf(link: LinkFacts, now: Date): FirstLinkState {
  if (link.revokedAt) return "revoked";
  if (!link.releasedAt || !link.expiresAt) return "waiting";
  if (link.expiresAt <= now) return "expired";
  if (link.redeemedAt) return "redeemed";
  return link.lockedAt ? "locked" : "open";
}

/** Four eyes: why this member cannot release a link; null when they can. */
export function whyNotRelease({ madeBy }: { madeBy: string }, memberId: string | null): string | null {
  if (memberId === null) return "A person releases a link.";
  return madeBy === memberId ? "You made this link. Another supervisor releases it." : null;
}

/** When a link ends: 72 hours from its release, or earlier with the last release of the client that covers it. */
export function endOf(releasedAt: Date, covered: Date): Date {
  const hours = new Date(releasedAt.getTime() + limits.hours * 3_600_000);
  return covered < hours ? covered : hours;
}
