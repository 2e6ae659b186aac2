import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { lockBody } from "./access";
import { findNamed } from "./find-named";

/** The id of the body that a text names, for a record that keeps both; null for one that is not listed. */
export async function identifyBody(
  ctx: TxCtx,
  text: string | null | undefined,
  countries: readonly string[],
): Promise<string | null> {
  const named = text ? await findNamed(ctx, text, countries) : null;
  return named ? (await lockBody(ctx, named.ref)).id : null;
}
