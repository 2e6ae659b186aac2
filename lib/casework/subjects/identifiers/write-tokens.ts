import "server-only";
import { searchTokens } from "@/db/schema";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { dropTokens } from "./drop-tokens";
import { isKeyed } from "./rules";
import type { IdentifierKind } from "./types";

/**
 * Writes the keyed token for searching; the previous value can no longer be found. Matches on hidden cases are reported
 * to those responsible for them.
 */
export async function writeTokens(ctx: TxCtx, id: string, kind: IdentifierKind, value: string): Promise<void> {
  await dropTokens(ctx, id);
  if (!isKeyed(kind)) return;
  const token = (await openTokens(ctx)).exact(kind, value);
  await ctx.db
    .insert(searchTokens)
    .values({ orgId: ctx.orgId, ownerKind: "identifier", ownerId: id, field: kind, match: "exact", token });
  await watchHits(ctx, [token]);
}
