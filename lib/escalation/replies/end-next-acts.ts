import "server-only";
import { and, eq, isNull, lte } from "drizzle-orm";
import { handClocks } from "@/db/schema";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import type { TxCtx } from "@/lib/kernel/access/ctx";

type Heard = { caseId: string; stepKey: string; part: string; on: string; all: boolean };

/** The planned acts of a step that are done by what was heard: those that were due, or all of them after news. */
export async function endNextActs(ctx: TxCtx, { caseId, stepKey, part, on, all }: Heard): Promise<void> {
  const planned = await ctx.db
    .select({ id: handClocks.id })
    .from(handClocks)
    .where(
      and(
        eq(handClocks.orgId, ctx.orgId),
        eq(handClocks.caseId, caseId),
        eq(handClocks.stepKey, stepKey),
        eq(handClocks.part, part),
        isNull(handClocks.answeredOn),
        lte(handClocks.startedOn, on),
        all ? undefined : lte(handClocks.dueOn, on),
      ),
    );
  for (const { id } of planned) {
    await answerClock(ctx, { caseId, clockId: id, on, note: "By what was logged at the step." });
  }
}
