import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { factorRefusal } from "@/lib/auth/sessions/factor-refusal";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { tellOfChange } from "@/lib/auth/sessions/tell-of-change";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

const howMany = 10;
const codeBytes = 15;

/** Without I, L, O and U: what is read wrongly is taken for what it was. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 120 bits, and 80 in those of earlier releases, which still count: a keyed hash needs no slowing down. */
export function hashRecoveryCode(loginId: string, code: string): Buffer {
  const read = code
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll(/[^0-9A-Z]/g, "");
  return keyedToken(deriveKey(env().KEK, "recovery-code"), `${loginId}|${read}`);
}

/**
 * Ten new codes replacing the old ones. They are shown once; only their hashes are stored.
 * @throws AppError forbidden without fresh proof; unauthenticated
 */
export async function makeRecoveryCodes(session: Buffer): Promise<string[]> {
  const { loginId } = await requireStanding(session);
  const codes = Array.from({ length: howMany }, newCode);
  const hashes = `{${codes.map((code) => `"\\\\x${hashRecoveryCode(loginId, code).toString("hex")}"`).join(",")}}`;
  const [row] = await ask<{ state: string }>(
    sql`select auth.set_recovery_codes(${session}, ${hashes}::bytea[]) as state`,
  );
  if (row?.state !== "made") throw factorRefusal(row?.state);
  await tellOfChange(loginId);
  return codes;
}

function newCode(): string {
  const bits = [...randomBytes(codeBytes)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const all = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join("");
  return (all.match(/.{4}/g) ?? []).join("-");
}
