import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { handovers, releases } from "@/db/schema";
import type { AuditEntry } from "@/lib/access/audit-entry";
import { command } from "@/lib/access/command";
import { lockOpenCase, touchCase } from "@/lib/cases/scope";
import { closeUncovered } from "@/lib/first-links/scope";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { recallUncovered } from "@/lib/recalls/scope";
import { RevokeRelease } from "./input";

/**
 * The client takes the release back. From this transaction on nothing that it alone covered is open: the portal and its
 * files by the rule of the database, the sealed annex, links. A recall is opened for each copy that is out, and the
 * officers are told. @throws AppError conflict when it was revoked already
 */
export const revokeRelease = command({
  needs: "case.write",
  input: RevokeRelease,
  async run(ctx, { caseId, releaseId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    const mine = and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id), eq(releases.id, releaseId));
    const [found] = await ctx.db.select({ id: releases.id }).from(releases).where(mine);
    if (!found) throw new AppError("not_found", "No such release.");
    const [won] = await ctx.db
      .update(releases)
      .set({ revokedAt: ctx.now, revokedReason: reason })
      .where(and(mine, isNull(releases.revokedAt)))
      .returning({ id: releases.id });
    if (!won) throw new AppError("conflict", "This release was revoked already.");
    await ctx.db
      .update(handovers)
      .set({ annexUntil: ctx.now })
      .where(
        and(eq(handovers.orgId, ctx.orgId), eq(handovers.annexReleaseId, releaseId), gt(handovers.annexUntil, ctx.now)),
      );
    const closed = await closeUncovered(ctx, row.id);
    const recalled = await recallUncovered(ctx, row.id, releaseId);
    await enqueue(ctx, "release.tell", { releaseId });
    await touchCase(ctx, row.id);
    return {
      value: { id: releaseId },
      audit: [
        { action: "release.revoked", subjectId: releaseId, caseId: row.id, detail: { reason } },
        ...closed.map(
          (id): AuditEntry => ({ action: "first_link.revoked", subjectId: id, caseId: row.id, detail: {} }),
        ),
        ...recalled,
      ],
    };
  },
});
