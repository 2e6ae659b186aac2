import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { queueSnoozes } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { WakeItem } from "./input";

/** Brings a snoozed act back into the queue before its day. @throws AppError not_found; conflict if it is back already */
export const wakeItem = command({
  needs: "case.write",
  input: WakeItem,
  async run(ctx, { snoozeId }) {
    const mine = and(eq(queueSnoozes.orgId, ctx.orgId), eq(queueSnoozes.id, snoozeId));
    const [snooze] = await ctx.db.select().from(queueSnoozes).where(mine);
    if (!snooze) throw new AppError("not_found", t("There is no such act on your list."));
    const { id: caseId } = await lockCase(ctx, snooze.caseId);
    const [won] = await ctx.db
      .update(queueSnoozes)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(and(mine, isNull(queueSnoozes.endedAt)))
      .returning({ id: queueSnoozes.id });
    if (!won) throw new AppError("conflict", t("It is back already."));
    return {
      value: { id: snoozeId, caseId },
      audit: { action: "item.woken", subjectId: snoozeId, caseId, detail: { item: snooze.itemKey } },
    };
  },
});
