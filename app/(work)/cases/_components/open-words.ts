import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { openTyped } from "@/lib/search/typed-query";

/** The words behind `q` in the address of the list. `lost`: they stand there, and are no longer known. */
export async function openWords(
  ctx: Ctx,
  asked: string | string[] | undefined,
): Promise<{ text: string | null; lost: boolean }> {
  const [value = ""] = [asked ?? []].flat();
  if (!value) return { text: null, lost: false };
  const text = await openTyped(ctx, value);
  return { text, lost: text === null };
}
