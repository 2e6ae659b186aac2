import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { ReopenStep } from "./input";
import { clearStep, lockStep, noteStepEvent } from "./scope";

/** Takes back what was recorded about a step; the history keeps it. @throws AppError conflict when nothing was recorded */
export const reopenStep = command({
  needs: "case.write",
  input: ReopenStep,
  async run(ctx, { caseId, stepKey, reason }) {
    const { playbook, step, facts } = await lockStep(ctx, caseId, stepKey);
    if (!facts.steps.some((one) => one.stepKey === stepKey)) {
      throw new AppError("conflict", `Nothing was recorded about ${step.title} yet.`);
    }
    const day = civilDate(ctx.now, playbook.home.zone);
    await clearStep(ctx, caseId, stepKey);
    await noteStepEvent(ctx, { caseId, stepKey, event: "reopened", happenedOn: day, note: reason });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.reopened", subjectId: caseId, caseId, detail: { step: stepKey, reason } },
    };
  },
});
