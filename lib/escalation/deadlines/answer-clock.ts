import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handClocks } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { AnswerClock } from "./input";
import { requirePast } from "./rules";

/**
 * Records the answer that ended a clock started by a person. @throws AppError not_found; conflict if it was already
 * answered
 */
export const answerClock = command({
  needs: "case.write",
  input: AnswerClock,
  async run(ctx, { caseId, clockId, on, note }) {
    const row = await lockCase(ctx, caseId);
    const mine = and(eq(handClocks.orgId, ctx.orgId), eq(handClocks.caseId, caseId), eq(handClocks.id, clockId));
    const [clock] = await ctx.db.select().from(handClocks).where(mine);
    if (!clock) throw new AppError("not_found", t("There is no such deadline on this case."));
    if (clock.answeredOn) throw new AppError("conflict", t("Somebody has already answered this deadline."));
    requirePast("on", on, civilDate(ctx.now, playbookOf(row).home.zone));
    if (on < clock.startedOn) {
      throw new AppError("invalid", t("Check the day."), { on: t("It cannot be answered before it began.") });
    }
    await ctx.db
      .update(handClocks)
      .set({ answeredOn: on, answeredNote: note, answeredBy: ctx.actor.memberId })
      .where(and(mine, isNull(handClocks.answeredOn)));
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return { value: { on }, audit: { action: "clock.answered", subjectId: clockId, caseId, detail: { on } } };
  },
});
