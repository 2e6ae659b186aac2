import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { incomingMails } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import { findMail, readMailDays, unfiledBefore } from "../access";
import { OneMail } from "../input";

/** Erases a mail that nobody filed in time, with its key. @throws AppError not_found; conflict before its day */
export const eraseMail = command({
  needs: "job.run",
  input: OneMail,
  async run(ctx, { mailId }) {
    await findMail(ctx, mailId);
    const before = addHours(ctx.now, -24 * (await readMailDays(ctx)));
    const [row] = await ctx.db
      .select({ id: incomingMails.id })
      .from(incomingMails)
      .where(and(eq(incomingMails.orgId, ctx.orgId), eq(incomingMails.id, mailId), unfiledBefore(before)));
    if (!row) throw new AppError("conflict", t("This mail is not to be erased yet."));
    await ctx.db.execute(sql`select app.erase_mail(${mailId}::uuid)`);
    return { value: undefined, audit: { action: "incoming_mail.erased", subjectId: mailId, detail: {} } };
  },
});
