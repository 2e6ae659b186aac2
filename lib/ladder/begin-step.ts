import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { civilDate } from "@/lib/platform/clock";
import { BeginStep } from "./input";
import { canBegin } from "./rules";
import { lockStep, noteStepEvent, refuseUnless, writeStep } from "./scope";

/** Starts work on a step. @throws AppError conflict with the prerequisite that is not met, or when it was begun already */
export const beginStep = command({
  needs: "case.write",
  input: BeginStep,
  async run(ctx, { caseId, stepKey, on, note }) {
    const { playbook, facts } = await lockStep(ctx, caseId, stepKey);
    refuseUnless(canBegin(playbook, facts, stepKey));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    await writeStep(ctx, caseId, stepKey, { state: "begun", begunOn: day, skippedReason: null });
    await noteStepEvent(ctx, { caseId, stepKey, event: "begun", happenedOn: day, note: note ?? null });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.begun", subjectId: caseId, caseId, detail: { step: stepKey } },
    };
  },
});
