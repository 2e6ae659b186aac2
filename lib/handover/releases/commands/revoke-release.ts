import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { releases } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { closeCopies } from "../close-copies";
import { RevokeRelease } from "../input";

/**
 * The client revokes the release. From this transaction on nothing that only this release covered is open: the portal
 * and its files by the database rule, the sealed annex, links. A recall is opened for each copy that is out, and the
 * officers are notified. @throws AppError conflict if it was already revoked
 */
export const revokeRelease = command({
  needs: "case.write",
  input: RevokeRelease,
  async run(ctx, { caseId, releaseId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    const mine = and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id), eq(releases.id, releaseId));
    const [found] = await ctx.db.select({ id: releases.id }).from(releases).where(mine);
    if (!found) throw new AppError("not_found", t("No such release."));
    const [won] = await ctx.db
      .update(releases)
      .set({ revokedAt: ctx.now, revokedReason: reason })
      .where(and(mine, isNull(releases.revokedAt)))
      .returning({ id: releases.id });
    if (!won) throw new AppError("conflict", t("This release was revoked already."));
    const closed = await closeCopies(ctx, { caseId: row.id, releaseId });
    return {
      value: { id: releaseId },
      audit: [{ action: "release.revoked", subjectId: releaseId, caseId: row.id, detail: { reason } }, ...closed],
    };
  },
});
