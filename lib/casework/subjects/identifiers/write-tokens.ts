import "server-only";
import { searchTokens } from "@/db/schema";
import { watchHits } from "@/lib/casework/clients/watch-hits";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openTokens } from "@/lib/kernel/access/search-tokens";
import { dropTokens } from "./drop-tokens";
import { isKeyed } from "./rules";
import type { IdentifierKind } from "./types";

/**
 * The keyed token by which it is found again; what it was before is found no more. What it reaches on hidden cases is
 * told to those who keep them.
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
