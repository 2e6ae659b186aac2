import "server-only";
import { and, sql } from "drizzle-orm";
import { cases } from "@/db/schema";
import { lockCase, visibleCases } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refuseWhileStopped } from "@/lib/casework/minors-stop/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { changeMail, findMail, lockRow } from "../access";
import { LinkMail } from "../input";

/**
 * Says to which case a mail without one belongs. From now on those who work on the case see it.
 * @throws AppError not_found; invalid at `caseCode`; conflict when it has a case, or the case takes nothing
 */
export const linkMail = command({
  needs: "case.review",
  input: LinkMail,
  async run(ctx, { mailId, caseCode }) {
    await findMail(ctx, mailId);
    const isIt = sql`lower(${cases.code}) = ${caseCode.toLowerCase()}`;
    const [row] = await ctx.db
      .select({ id: cases.id })
      .from(cases)
      .where(and(visibleCases(ctx), isIt));
    if (!row) {
      const message = t("You see no case with this code.");
      throw new AppError("invalid", message, { caseCode: message });
    }
    const { id: caseId } = await lockCase(ctx, row.id);
    const mail = await lockRow(ctx, mailId);
    if (mail.caseId) throw new AppError("conflict", t("This mail belongs to a case already."));
    if (mail.fileId) await refuseWhileStopped(ctx, caseId);
    await changeMail(ctx, mailId, { caseId });
    await touchCase(ctx, caseId);
    return { value: { caseId }, audit: { action: "incoming_mail.linked", subjectId: mailId, caseId, detail: {} } };
  },
});
