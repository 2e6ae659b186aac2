import "server-only";
import { and, eq } from "drizzle-orm";
import { apiTokens } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** @throws AppError not_found */
export async function findToken(ctx: TxCtx, tokenId: string) {
  const [row] = await ctx.db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.orgId, ctx.orgId), eq(apiTokens.id, tokenId)));
  if (!row) throw new AppError("not_found", t("No such token."));
  return row;
}

/** One that acts in this member's name. @throws AppError not_found */
export async function findOwnToken(ctx: TxCtx, tokenId: string) {
  const row = await findToken(ctx, tokenId);
  if (row.memberId !== ctx.actor.memberId) throw new AppError("not_found", t("No such token."));
  return row;
}
