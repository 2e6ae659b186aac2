import "server-only";
import { cookies } from "next/headers";
import type { Ctx } from "@/lib/access/ctx";
import { deriveKey, keyedToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { carryText } from "./carry-text";
import { soughtCookie } from "./sought-cookie";

/**
 * What stands in the address of a list in place of the words that were typed: the same for the same words of one person,
 * and nothing to whoever reads a history. Words may be a name.
 */
export function markOf(ctx: Ctx, text: string): string {
  const token = keyedToken(deriveKey(env().KEK, "typed-query"), `${ctx.orgId}|${ctx.actor.memberId}|${text}`);
  return `~${token.toString("base64url").slice(0, 12)}`;
}

/** True for what `keepTyped` put into an address; anything else there was typed by hand. */
export const isMark = (value: string): boolean => /^~[\w-]{12}$/.test(value);

/** Keeps what was typed in a sealed cookie. @returns what may stand in the address */
export async function keepTyped(ctx: Ctx, typed: string): Promise<string> {
  const text = typed.trim().slice(0, 200);
  if (!text) return "";
  const { name, options } = soughtCookie("list");
  (await cookies()).set(name, carryText(ctx, "list").seal(text), options);
  return markOf(ctx, text);
}

/** The words behind what stands in an address; null when they are no longer known. */
export async function openTyped(ctx: Ctx, value: string): Promise<string | null> {
  if (!isMark(value)) return value;
  return textBehind(ctx, value, (await cookies()).get(soughtCookie("list").name)?.value);
}

export function textBehind(ctx: Ctx, mark: string, sealed: string | undefined): string | null {
  const text = carryText(ctx, "list").open(sealed);
  return text !== null && markOf(ctx, text) === mark ? text : null;
}
