import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { decrypt, deriveKey, encrypt } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { type Carried, carriedFor, longestQuery } from "./rules";

/**
 * Carries what was typed on one page to another in no address: sealed for the person who typed it.
 * `open` gives null for somebody else's, for what is too old, and for what is not ours.
 */
export function carryText(
  ctx: Ctx,
  to: Carried = "search",
): { seal(text: string): string; open(sealed: string | undefined): string | null } {
  const key = deriveKey(env().KEK, "sought");
  const aad = `sought|${to}|${ctx.orgId}|${ctx.actor.memberId}`;
  return {
    seal(text) {
      const told = { text: text.slice(0, longestQuery), at: ctx.now.getTime() };
      return encrypt(key, Buffer.from(JSON.stringify(told)), aad);
    },
    open(sealed) {
      if (!sealed) return null;
      try {
        const { text, at } = JSON.parse(decrypt(key, sealed, aad).toString()) as { text: string; at: number };
        return ctx.now.getTime() - at <= carriedFor[to] * 1000 ? text : null;
      } catch {
        return null;
      }
    },
  };
}
