import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { decrypt, deriveKey, encrypt } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { longestQuery } from "./rules";

const lasts = 60_000;

/**
 * Carries what was typed on any page to the search page in no address: sealed for the person who typed it.
 * `open` gives null for somebody else's, for what is older than a minute, and for what is not ours.
 */
export function carryText(ctx: Ctx): { seal(text: string): string; open(sealed: string | undefined): string | null } {
  const key = deriveKey(env().KEK, "sought");
  const aad = `sought|${ctx.orgId}|${ctx.actor.memberId}`;
  return {
    seal(text) {
      const told = { text: text.slice(0, longestQuery), at: ctx.now.getTime() };
      return encrypt(key, Buffer.from(JSON.stringify(told)), aad);
    },
    open(sealed) {
      if (!sealed) return null;
      try {
        const { text, at } = JSON.parse(decrypt(key, sealed, aad).toString()) as { text: string; at: number };
        return ctx.now.getTime() - at <= lasts ? text : null;
      } catch {
        return null;
      }
    },
  };
}
