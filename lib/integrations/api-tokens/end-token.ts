import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findToken } from "./access";

/** For the two commands that end one. @throws AppError not_found; conflict when it was ended already */
export async function endToken(ctx: TxCtx, tokenId: string) {
  await findToken(ctx, tokenId);
  const [won] = await ctx.db
    .update(apiTokens)
    .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
    .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.endedAt)))
    .returning({ id: apiTokens.id });
  if (!won) throw new AppError("conflict", t("This token was ended already."));
  return { value: undefined, audit: { action: "api_token.ended" as const, subjectId: tokenId, detail: {} } };
}
