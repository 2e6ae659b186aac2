import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOwnToken } from "./access";
import { AgreeToApiToken } from "./input";

/**
 * A member agrees that a token acts in their name: from now on it works. Nobody can do it for them, so an administrator
 * alone opens no case. @throws AppError not_found; conflict when it was ended or agreed to already
 */
export const agreeToApiToken = command({
  needs: "case.write",
  input: AgreeToApiToken,
  async run(ctx, { tokenId }) {
    await findOwnToken(ctx, tokenId);
    requireStepUp(ctx, "api_token.agree");
    const [won] = await ctx.db
      .update(apiTokens)
      .set({ agreedAt: ctx.now })
      .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.agreedAt), isNull(apiTokens.endedAt)))
      .returning({ id: apiTokens.id });
    if (!won) throw new AppError("conflict", t("This token was ended, or you agreed already."));
    return { value: undefined, audit: { action: "api_token.agreed", subjectId: tokenId, detail: {} } };
  },
});
