import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { changeMail, decidedNow, lockMail } from "../access";
import { NoteMailExhibit } from "../input";
import { attachmentMark, readAttachmentMarks } from "../rules";

/**
 * Records which exhibit a mail, or one of its attachments, became, in the transaction in which it does.
 * @throws AppError not_found; conflict if somebody did it meanwhile
 */
export const noteMailExhibit = command({
  needs: "case.write",
  input: NoteMailExhibit,
  async run(ctx, { mailId, exhibitId, index }) {
    const { row, found } = await lockMail(ctx, mailId);
    const exhibit = await findExhibit(ctx, exhibitId);
    if (exhibit.caseId !== found.id) throw new AppError("not_found", t("No such exhibit."));
    const taken = index === null ? row.exhibitId !== null : readAttachmentMarks(row.attachmentExhibits).has(index);
    if (taken) throw new AppError("conflict", t("This is evidence already. Reload to see it."));
    const attachmentExhibits = [
      ...row.attachmentExhibits,
      ...(index === null ? [] : [attachmentMark(index, exhibitId)]),
    ];
    await changeMail(ctx, mailId, {
      ...decidedNow(ctx),
      state: "filed",
      exhibitId: index === null ? exhibitId : row.exhibitId,
      attachmentExhibits,
    });
    return {
      value: undefined,
      audit: { action: "incoming_mail.made_evidence", subjectId: mailId, caseId: found.id, detail: { exhibitId } },
    };
  },
});
