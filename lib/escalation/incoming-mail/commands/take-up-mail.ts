import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { changeMail, decidedNow, lockRow } from "../access";
import { OneMail } from "../input";

/** A mail that was set aside waits again. @throws AppError not_found; conflict */
export const takeUpMail = command({
  needs: "case.write",
  input: OneMail,
  async run(ctx, { mailId }) {
    const { state, caseId } = await lockRow(ctx, mailId);
    if (state !== "set_aside") throw new AppError("conflict", t("This mail was not set aside."));
    await changeMail(ctx, mailId, { ...decidedNow(ctx), state: "held" });
    const about = caseId ? { caseId } : {};
    return { value: undefined, audit: { action: "incoming_mail.taken_up", subjectId: mailId, ...about, detail: {} } };
  },
});
