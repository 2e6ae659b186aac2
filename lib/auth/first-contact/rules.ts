/** Crockford's base 32: no I, L, O and U, so that a code survives a phone call. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Twelve characters, 60 bits, from at least 12 random bytes: `7Q4KD0XMB2TA`. */
export function codeFrom(random: Uint8Array): string {
  return [...random.subarray(0, 12)].map((byte) => alphabet[byte & 31]).join("");
}

/** As read out: `7Q4K D0XM B2TA`. */
export function spokenCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Normalises a typed code, including what sounds alike: lower case, spaces and dashes, I and L for 1, O for 0. */
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
