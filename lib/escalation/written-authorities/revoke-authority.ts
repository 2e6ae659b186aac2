import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { authorities } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { RevokeAuthority } from "./input";

/**
 * The client revokes the authority. Past acts are unaffected; nothing more is signed.
 * @throws AppError conflict if it was already revoked
 */
export const revokeAuthority = command({
  needs: "case.write",
  input: RevokeAuthority,
  async run(ctx, { caseId, authorityId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    const mine = and(eq(authorities.orgId, ctx.orgId), eq(authorities.caseId, row.id), eq(authorities.id, authorityId));
    const [found] = await ctx.db.select({ process: authorities.process }).from(authorities).where(mine);
    if (!found) throw new AppError("not_found", t("No such authority."));
    const [won] = await ctx.db
      .update(authorities)
      .set({ revokedAt: ctx.now, revokedReason: reason })
      .where(and(mine, isNull(authorities.revokedAt)))
      .returning({ id: authorities.id });
    if (!won) throw new AppError("conflict", t("This authority was revoked already."));
    await touchCase(ctx, row.id);
    return {
      value: { id: authorityId },
      audit: {
        action: "authority.revoked",
        subjectId: authorityId,
        caseId: row.id,
        detail: { process: found.process },
      },
    };
  },
});
