import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { emergencyNotices } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { OneNotice } from "./input";

/** The case owner has read that somebody accessed the case. @throws AppError not_found; conflict if already marked */
export const seeNotice = command({
  needs: "case.write",
  input: OneNotice,
  async run(ctx, { noticeId }) {
    const mine = and(
      eq(emergencyNotices.orgId, ctx.orgId),
      eq(emergencyNotices.id, noticeId),
      eq(emergencyNotices.memberId, ctx.actor.memberId ?? ctx.orgId),
    );
    const [row] = await ctx.db.select().from(emergencyNotices).where(mine);
    if (!row) throw new AppError("not_found", t("No such notice."));
    const [won] = await ctx.db
      .update(emergencyNotices)
      .set({ seenAt: ctx.now })
      .where(and(mine, isNull(emergencyNotices.seenAt)))
      .returning({ id: emergencyNotices.id });
    if (!won) throw new AppError("conflict", t("You noted this already."));
    const { lookId, caseId } = row;
    return {
      value: { id: noticeId },
      audit: { action: "look.notice_seen", subjectId: lookId, caseId, detail: {} },
    };
  },
});
