import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { recalls } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findRecall } from "./access";
import { SettleRecall } from "./input";

/** Records the outcome of a recalled copy, once. @throws AppError not_found; conflict if it is already settled */
export const settleRecall = command({
  needs: "handover.deliver",
  input: SettleRecall,
  async run(ctx, { recallId, outcome }) {
    const { caseId, packetId } = await findRecall(ctx, recallId);
    await lockOpenCase(ctx, caseId);
    const mine = and(eq(recalls.orgId, ctx.orgId), eq(recalls.id, recallId), isNull(recalls.settledAt));
    const [won] = await ctx.db
      .update(recalls)
      .set({ outcome, settledBy: ctx.actor.memberId, settledAt: ctx.now })
      .where(mine)
      .returning({ id: recalls.id });
    if (!won) throw new AppError("conflict", t("This recall is settled already."));
    await touchCase(ctx, caseId);
    return {
      value: { packetId },
      audit: { action: "recall.settled", subjectId: recallId, caseId, detail: { outcome } },
    };
  },
});
