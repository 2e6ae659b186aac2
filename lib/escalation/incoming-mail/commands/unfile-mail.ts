import "server-only";
import { withdrawLetter } from "@/lib/escalation/letters/withdraw-letter";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { changeMail, decidedNow, lockMail } from "../access";
import { OneMail } from "../input";

/** As the register keeps it, which is in English. */
const reason = "Filed by mistake; the mail waits again.";

/**
 * Takes a mail off the register of letters again: it waits as before, unless something of it became evidence.
 * @throws AppError not_found; conflict when it is no letter
 */
export const unfileMail = command({
  needs: "case.write",
  input: OneMail,
  async run(ctx, { mailId }) {
    const { row, found } = await lockMail(ctx, mailId);
    if (!row.letterId) throw new AppError("conflict", t("This mail is not on the register of letters."));
    await withdrawLetter(ctx, { letterId: row.letterId, reason });
    const isEvidence = row.exhibitId !== null || row.attachmentExhibits.length > 0;
    await changeMail(ctx, mailId, {
      ...decidedNow(ctx),
      state: isEvidence ? "filed" : "held",
      letterId: null,
      byItself: false,
    });
    return {
      value: undefined,
      audit: { action: "incoming_mail.unfiled", subjectId: mailId, caseId: found.id, detail: {} },
    };
  },
});
