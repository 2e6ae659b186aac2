import "server-only";
import { randomBytes } from "node:crypto";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { decrypt, deriveKey, encrypt } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

/** As long as a session lasts at most. */
const validMs = 12 * 60 * 60_000;

const wrapping = () => deriveKey(env().KEK, "typed-text");
const place = (ctx: Ctx) => `typed text|${ctx.orgId}|${ctx.actor.memberId}`;

/**
 * A key with which a page encrypts what was typed before it is covered. The page discards it and keeps `wrapped`, which
 * can be opened only for the same person, in a session that is not covered.
 */
export function makeTextKey(ctx: Ctx): { key: string; wrapped: string } {
  const key = randomBytes(32);
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(BigInt(ctx.now.getTime()));
  return { key: key.toString("base64"), wrapped: encrypt(wrapping(), Buffer.concat([at, key]), place(ctx)) };
}

/** Null for another person's, for one that is too old, and for what we did not make. */
export function openTextKey(ctx: Ctx, wrapped: string): string | null {
  try {
    const opened = decrypt(wrapping(), wrapped, place(ctx));
    const age = ctx.now.getTime() - Number(opened.readBigUInt64BE(0));
    return age <= validMs ? opened.subarray(8).toString("base64") : null;
  } catch {
    return null;
  }
}
