import { t } from "@/lib/platform/language/translate";
import "server-only";
import { breachNotices } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { isNotice, lockNotice } from "../access";
import { contactVersionOf } from "../contact-version-of";
import { NoteNoticeSent } from "../input";
import { noticeState } from "../rules";

/**
 * Records that a person gave a notice to the client, as reviewed. The product sends nothing.
 * @throws AppError invalid at `on`; conflict without a current review
 */
export const noteNoticeSent = command({
  needs: "breach.write",
  input: NoteNoticeSent,
  async run(ctx, { breachId, clientId, on }) {
    const { row } = await lockNotice(ctx, breachId, clientId);
    const state = noticeState(row, await contactVersionOf(ctx, clientId));
    if (state === "stale")
      throw new AppError("conflict", t("The safe contact changed since the review. Review it again."));
    if (state !== "reviewed") throw new AppError("conflict", t("Review the notice against the safe contact first."));
    if (on > officeToday(ctx.now)) {
      const wrong = t("Choose today or an earlier day.");
      throw new AppError("invalid", wrong, { on: wrong });
    }
    await ctx.db
      .update(breachNotices)
      .set({ sentOn: on, sentBy: ctx.actor.memberId })
      .where(isNotice(ctx, breachId, clientId));
    return { value: null, audit: { action: "breach.notice_sent", subjectId: breachId, detail: { clientId, on } } };
  },
});
