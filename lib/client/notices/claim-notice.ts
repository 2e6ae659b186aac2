import "server-only";
import { and, eq, isNull, lt, lte, or } from "drizzle-orm";
import { cases, clientNotices } from "@/db/schema";
import { isRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import { reachOf } from "./access";
import { OneNotice } from "./input";
import { isSafe } from "./rules";
import type { NoticeChannel, NoticeProblem } from "./types";

/** Longer than any wait for a server: a worker that claimed it this long ago has died. */
const claimHours = 1 / 6;

/**
 * The first half of the job: claims a notice, and asks everything again that may speak against it. What does is recorded,
 * and nothing leaves.
 * @returns where to send what, or null if it is not sent
 * @throws AppError not_found when it was claimed, sent or refused before, or is not due
 */
export const claimNotice = command({
  needs: "job.run",
  input: OneNotice,
  async run(ctx, { noticeId }) {
    const mine = and(eq(clientNotices.orgId, ctx.orgId), eq(clientNotices.id, noticeId));
    const free = or(isNull(clientNotices.claimedAt), lt(clientNotices.claimedAt, addHours(ctx.now, -claimHours)));
    const open = and(
      isNull(clientNotices.sentAt),
      isNull(clientNotices.refused),
      lte(clientNotices.notBefore, ctx.now),
    );
    const [notice] = await ctx.db
      .update(clientNotices)
      .set({ claimedAt: ctx.now })
      .where(and(mine, free, open))
      .returning();
    if (!notice) throw new AppError("not_found", t("No such message to send."));
    const { caseId, channel, language } = notice;
    const { problem, to } = await settle(ctx, caseId, channel);
    if (problem || !to) {
      const why = problem ?? "no_address";
      await ctx.db.update(clientNotices).set({ refused: why, refusedAt: ctx.now }).where(mine);
      const audit = { action: "client_notice.refused" as const, subjectId: noticeId, caseId, detail: { channel, why } };
      return { value: null, audit };
    }
    const audit = { action: "client_notice.claimed" as const, subjectId: noticeId, caseId, detail: { channel } };
    return { value: { channel, language, to }, audit };
  },
});

async function settle(ctx: TxCtx, caseId: string, channel: NoticeChannel) {
  const [row] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
  if (!row) throw new AppError("not_found", t("No such case."));
  const { contact, address, problems } = await reachOf(ctx, row);
  const isClosed = row.closedAt !== null || (await isRestricted(ctx, caseId));
  const isLate = contact.sending !== undefined && !isSafe(contact.sending, contact.zone, ctx.now);
  const found: (NoticeProblem | null)[] = [
    isClosed ? "closed" : null,
    problems[channel],
    isLate ? "not_safe_now" : null,
  ];
  const problem = found.find((one) => one !== null) ?? null;
  return { problem, to: address[channel] };
}
