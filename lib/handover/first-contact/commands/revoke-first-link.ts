import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { firstLinks } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findFirstLink, noteLinkEvent } from "../access";
import { OneFirstLink } from "../input";

/**
 * Closes a link at once; any member on the case may do it. Downloaded copies are not recalled. @throws AppError
 * not_found, conflict
 */
export const revokeFirstLink = command({
  needs: "handover.deliver",
  input: OneFirstLink,
  async run(ctx, { linkId }) {
    const link = await findFirstLink(ctx, linkId);
    const mine = and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.id, linkId));
    const [won] = await ctx.db
      .update(firstLinks)
      .set({ revokedAt: ctx.now, revokedBy: ctx.actor.memberId })
      .where(and(mine, isNull(firstLinks.revokedAt)))
      .returning({ id: firstLinks.id });
    if (!won) throw new AppError("conflict", t("This link was taken back already."));
    await noteLinkEvent(ctx, link, "revoked");
    return {
      value: undefined,
      audit: { action: "first_link.revoked", subjectId: linkId, caseId: link.caseId, detail: {} },
    };
  },
});
