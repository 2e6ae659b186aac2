import "server-only";
import { cookies } from "next/headers";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { carryText } from "@/lib/oversight/search/carry-text";
import { markOf } from "@/lib/oversight/search/mark-of";
import { isMark } from "@/lib/oversight/search/rules";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { textBehind } from "@/lib/oversight/search/text-behind";

/** Stores what was typed in an encrypted cookie. @returns what may be in the URL */
export async function keepTyped(ctx: Ctx, typed: string): Promise<string> {
  const text = typed.trim().slice(0, 200);
  if (!text) return "";
  const { name, options } = soughtCookie("list");
  (await cookies()).set(name, carryText(ctx, "list").seal(text), options);
  return markOf(ctx, text);
}

/** The words behind a marker in a URL; null if they are no longer known. */
export async function openTyped(ctx: Ctx, value: string): Promise<string | null> {
  if (!isMark(value)) return value;
  return textBehind(ctx, value, (await cookies()).get(soughtCookie("list").name)?.value);
}

/** The words behind `q` in the URL of a list. `lost`: there is a marker, but its words are no longer known. */
export async function openWords(
  ctx: Ctx,
  asked: string | string[] | undefined,
): Promise<{ text: string | null; lost: boolean }> {
  const [value = ""] = [asked ?? []].flat();
  if (!value) return { text: null, lost: false };
  const text = await openTyped(ctx, value);
  return { text, lost: text === null };
}
