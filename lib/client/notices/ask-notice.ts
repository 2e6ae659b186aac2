import "server-only";
import { clientNotices } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { reachOf } from "./access";
import { AskNotice } from "./input";
import { noticeProblems } from "./labels";
import { nextSafe } from "./rules";

/**
 * Sends the client one neutral sentence, the same for everybody: that there is something new. Outside her safe hours it
 * waits for the next ones, and everything is asked again before it leaves.
 * @throws AppError not_found; invalid at `channel` with what speaks against it; conflict for a closed or restricted case
 */
export const askNotice = command({
  needs: "case.write",
  input: AskNotice,
  async run(ctx, { caseId, channel }) {
    const row = await lockCase(ctx, caseId);
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("A person sends a message to a client."));
    const { contact, language, problems } = await reachOf(ctx, row);
    const notBefore = contact.sending ? nextSafe(contact.sending, contact.zone, ctx.now) : null;
    const problem = problems[channel] ?? (notBefore ? null : "not_agreed");
    if (problem || !notBefore) {
      const message = noticeProblems[problem ?? "not_agreed"];
      throw new AppError("invalid", message, { channel: message });
    }
    const id = newId();
    const asked = { askedBy: memberId, askedAt: ctx.now, notBefore };
    await ctx.db.insert(clientNotices).values({ id, orgId: ctx.orgId, caseId, channel, language, ...asked });
    await enqueue(ctx, "client.notice", { noticeId: id }, notBefore);
    await touchCase(ctx, caseId);
    const value = { id, waits: notBefore > ctx.now };
    return { value, audit: { action: "client_notice.asked", subjectId: id, caseId, detail: { channel } } };
  },
});
