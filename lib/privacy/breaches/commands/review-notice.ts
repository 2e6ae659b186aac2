import { t } from "@/lib/platform/language/translate";
import "server-only";
import { breachNotices } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { isNotice, lockNotice } from "../access";
import { contactVersionOf } from "../contact-version-of";
import { ReviewNotice } from "../input";
import { noticePlace } from "../rules";
import type { NoticeWords } from "../types";

/**
 * Checks one notice against the client's safe contact: a notice to a shared mailbox may alert the stalker. Every point
 * must be ticked, and the review is valid only until the safe contact changes.
 * @throws AppError invalid with the missing point; conflict if it was not drafted, or was given
 */
export const reviewNotice = command({
  needs: "breach.write",
  input: ReviewNotice,
  async run(ctx, { breachId, clientId, body, channel }) {
    const { row, keyId } = await lockNotice(ctx, breachId, clientId);
    if (!row.words) throw new AppError("conflict", t("Draft the notice first."));
    const vault = await openVault(ctx, keyId);
    const words: NoticeWords = { body, review: { channel } };
    await ctx.db
      .update(breachNotices)
      .set({
        words: vault.seal(noticePlace(breachId, clientId), JSON.stringify(words)),
        reviewedBy: ctx.actor.memberId,
        reviewedAt: ctx.now,
        reviewedEdition: await contactVersionOf(ctx, clientId),
      })
      .where(isNotice(ctx, breachId, clientId));
    return { value: null, audit: { action: "breach.notice_reviewed", subjectId: breachId, detail: { clientId } } };
  },
});
