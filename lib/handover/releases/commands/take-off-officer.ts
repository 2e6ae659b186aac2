import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { releaseRecipients, releases } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { closeCopies } from "../close-copies";
import { TakeOffOfficer } from "../input";

/**
 * Removes one officer from a release that stays in force for the others: named by mistake, or no longer in the unit.
 * From this transaction on it does not cover them, as if it were revoked, and what they hold closes in the same way.
 * @throws AppError not_found; conflict if the release was revoked, they were already removed, or nobody would remain
 */
export const takeOffOfficer = command({
  needs: "case.write",
  input: TakeOffOfficer,
  async run(ctx, { caseId, releaseId, memberId, reason }) {
    const row = await lockOpenCase(ctx, caseId);
    const mine = and(eq(releases.orgId, ctx.orgId), eq(releases.caseId, row.id), eq(releases.id, releaseId));
    const [release] = await ctx.db.select({ revokedAt: releases.revokedAt }).from(releases).where(mine).for("update");
    if (!release) throw new AppError("not_found", t("No such release."));
    if (release.revokedAt) throw new AppError("conflict", t("This release was revoked. It covers nobody any more."));
    const named = and(eq(releaseRecipients.orgId, ctx.orgId), eq(releaseRecipients.releaseId, releaseId));
    const [officer] = await ctx.db
      .select({ id: releaseRecipients.id, takenOffAt: releaseRecipients.takenOffAt })
      .from(releaseRecipients)
      .where(and(named, eq(releaseRecipients.memberId, memberId)));
    if (!officer) throw new AppError("not_found", t("This release does not name this officer."));
    if (officer.takenOffAt) throw new AppError("conflict", t("This officer was taken off this release already."));
    const others = and(named, isNull(releaseRecipients.takenOffAt), ne(releaseRecipients.id, officer.id));
    if ((await ctx.db.$count(releaseRecipients, others)) === 0) throw new AppError("conflict", lastOfficer);
    await ctx.db
      .update(releaseRecipients)
      .set({ takenOffAt: ctx.now, takenOffBy: ctx.actor.memberId, takenOffReason: reason })
      .where(and(named, eq(releaseRecipients.id, officer.id)));
    const closed = await closeCopies(ctx, { caseId: row.id, releaseId }, { memberId });
    const detail = { liaisonId: memberId, reason };
    return {
      value: { id: releaseId },
      audit: [{ action: "release.officer_taken_off", subjectId: releaseId, caseId: row.id, detail }, ...closed],
    };
  },
});

const lastOfficer = t("This is the last officer whom the release names. Revoke the release instead.");
