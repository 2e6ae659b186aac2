import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { civilDate } from "@/lib/platform/clock";
import { SkipStep } from "./input";
import { canSkip } from "./rules";
import { lockStep, noteStepEvent, refuseUnless, writeStep } from "./scope";

/** Leaves a step out, with the reason that is drawn in its place. @throws AppError conflict when it may not be left out */
export const skipStep = command({
  needs: "case.write",
  input: SkipStep,
  async run(ctx, { caseId, stepKey, on, reason }) {
    const { playbook, facts } = await lockStep(ctx, caseId, stepKey);
    refuseUnless(canSkip(playbook, facts, stepKey));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    await writeStep(ctx, caseId, stepKey, { state: "skipped", skippedReason: reason });
    await noteStepEvent(ctx, { caseId, stepKey, event: "skipped", happenedOn: day, note: reason });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.skipped", subjectId: caseId, caseId, detail: { step: stepKey, reason } },
    };
  },
});
