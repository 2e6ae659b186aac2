import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { changeMail, decidedNow, lockRow } from "../access";
import { OneMail } from "../input";

/** Says that a mail is of no use: it is erased after the days that an administrator set. @throws AppError not_found; conflict */
export const setMailAside = command({
  needs: "case.write",
  input: OneMail,
  async run(ctx, { mailId }) {
    const { state, caseId } = await lockRow(ctx, mailId);
    if (state !== "held") throw new AppError("conflict", t("This mail does not wait any more. Reload to see it."));
    await changeMail(ctx, mailId, { ...decidedNow(ctx), state: "set_aside" });
    const about = caseId ? { caseId } : {};
    return { value: undefined, audit: { action: "incoming_mail.set_aside", subjectId: mailId, ...about, detail: {} } };
  },
});
