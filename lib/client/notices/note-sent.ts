import "server-only";
import { and, eq } from "drizzle-orm";
import { clientNotices } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { NoteSent } from "./input";

/** The second half of the job: the server took it, or did not and it is tried again. @throws AppError not_found */
export const noteSent = command({
  needs: "job.run",
  input: NoteSent,
  async run(ctx, { noticeId, sent }) {
    const mine = and(eq(clientNotices.orgId, ctx.orgId), eq(clientNotices.id, noticeId));
    const change = sent ? { sentAt: ctx.now } : { claimedAt: null };
    const [row] = await ctx.db.update(clientNotices).set(change).where(mine).returning();
    if (!row) throw new AppError("not_found", t("No such message."));
    const { caseId, channel } = row;
    const action = sent ? ("client_notice.sent" as const) : ("client_notice.failed" as const);
    return { value: undefined, audit: { action, subjectId: noticeId, caseId, detail: { channel } } };
  },
});
