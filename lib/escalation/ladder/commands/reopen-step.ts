import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseSteps } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { factOf } from "@/lib/escalation/steps/rules";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists } from "../access";
import { ReopenStep } from "../input";
import { noteStepEvent } from "../note-step-event";

/** Takes back what was recorded about a step; the history keeps it. @throws AppError conflict when nothing was recorded */
export const reopenStep = command({
  needs: "case.write",
  input: ReopenStep,
  async run(ctx, { caseId, stepKey, part, reason }) {
    const { playbook, step, report, ...locked } = await lockStep(ctx, { caseId, stepKey, part }, true);
    if (report?.row === "") {
      throw new AppError("conflict", t("It was recorded for the whole step. Undo it there."));
    }
    if (!(report ? report.row : factOf(locked, stepKey))) {
      throw new AppError("conflict", t("Nothing was recorded about {title} yet.", { title: step.title }));
    }
    const day = civilDate(ctx.now, playbook.home.zone);
    await clearStep(ctx, caseId, stepKey, report?.row ?? "");
    await noteStepEvent(ctx, { caseId, stepKey, part: locked.part, event: "reopened", happenedOn: day, note: reason });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: day },
      audit: {
        action: "step.reopened",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep({ step, part: locked.part }), reason },
      },
    };
  },
});

/** Forgets that a step was begun or skipped; its history keeps it. */
async function clearStep(ctx: TxCtx, caseId: string, stepKey: string, part: string): Promise<void> {
  const mine = and(eq(caseSteps.caseId, caseId), eq(caseSteps.stepKey, stepKey), eq(caseSteps.part, part));
  await ctx.db.delete(caseSteps).where(and(eq(caseSteps.orgId, ctx.orgId), mine));
}
