import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers, releaseRecipients, releases } from "@/db/schema";
import { listWithLogin } from "@/lib/handover/officers/list-with-login";
import { coverOf } from "@/lib/handover/recalls/access";
import { command } from "@/lib/kernel/access/command";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { TellOfficers } from "../input";

/**
 * The job after a release was revoked or an officer was removed from it. Each officer who received a packet under it
 * that no other release covers, and who can sign in, gets one mail, which says only that something changed in their
 * inbox. A repeat creates none, and an officer removed before a revocation has already been notified.
 */
export const tellOfficers = command({
  needs: "job.run",
  input: TellOfficers,
  async run(ctx, { releaseId, memberId }) {
    const [release] = await ctx.db
      .select({ caseId: releases.caseId })
      .from(releases)
      .where(and(eq(releases.orgId, ctx.orgId), eq(releases.id, releaseId)));
    if (!release) throw new AppError("not_found", t("No such release."));
    const rows = await ctx.db
      .select({ memberId: handovers.liaisonId, cover: coverOf(handovers) })
      .from(handovers)
      .innerJoin(
        releaseRecipients,
        and(eq(releaseRecipients.caseId, handovers.caseId), eq(releaseRecipients.memberId, handovers.liaisonId)),
      )
      .where(
        and(
          eq(handovers.orgId, ctx.orgId),
          eq(releaseRecipients.releaseId, releaseId),
          memberId ? eq(releaseRecipients.memberId, memberId) : isNull(releaseRecipients.takenOffAt),
        ),
      );
    const withLogin = await listWithLogin(ctx);
    const closed = rows.filter((row) => row.cover !== "covered" && withLogin.has(row.memberId));
    const officers = [...new Set(closed.map((row) => row.memberId))];
    const told = await postMails(
      ctx,
      officers.map((officer) => ({
        mail: {
          id: newId(),
          memberId: officer,
          kind: "officer_notice",
          occasion: `release ${releaseId}`,
          ...written(words),
          at: ctx.now,
        },
        reminderIds: [],
      })),
    );
    return {
      value: { told },
      audit: {
        action: "release.officers_told",
        subjectId: releaseId,
        caseId: release.caseId,
        detail: { officers: told },
      },
    };
  },
});

/** Somebody reading over a shoulder learns that there is an inbox, and nothing about whom it concerns. */
function words(): { subject: string; body: string } {
  return {
    subject: t("Something changed in your inbox"),
    body: t(
      "Something that was given to you has changed. Sign in and open your inbox before you go on with it.\n\n{value}/portal\n",
      { value: env().APP_ORIGIN },
    ),
  };
}
