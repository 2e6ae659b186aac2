import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";

/**
 * Replaces the typed words in the URL of a list: the same for the same words of one person, and meaningless to anybody
 * who reads a history. Words may be a name.
 */
export function markOf(ctx: Ctx, text: string): string {
  const token = keyedToken(deriveKey(env().KEK, "typed-query"), `${ctx.orgId}|${ctx.actor.memberId}|${text}`);
  return `~${token.toString("base64url").slice(0, 12)}`;
}
