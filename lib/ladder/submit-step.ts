import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { civilDate } from "@/lib/platform/clock";
import { instantOnWall } from "@/lib/platform/zone";
import { SubmitStep } from "./input";
import { canSubmit } from "./rules";
import { lockStep, noteStepEvent, refuseUnless, writeStep } from "./scope";

/**
 * Notes that a step was sent. Its clocks start from that day, or that hour.
 * @throws AppError conflict when only officials may send it, or a prerequisite is not met
 */
export const submitStep = command({
  needs: "case.write",
  input: SubmitStep,
  async run(ctx, { caseId, stepKey, on, at, note }) {
    const { playbook, facts } = await lockStep(ctx, caseId, stepKey);
    refuseUnless(canSubmit(playbook, facts, stepKey));
    const zone = playbook.home.zone;
    const day = on ?? civilDate(ctx.now, zone);
    const known = facts.steps.find((one) => one.stepKey === stepKey);
    await writeStep(ctx, caseId, stepKey, {
      state: "submitted",
      begunOn: known?.begunOn ?? day,
      submittedOn: day,
      submittedAt: at ? instantOnWall(`${day}T${at}`, zone) : null,
      lastContactOn: day,
      skippedReason: null,
    });
    await noteStepEvent(ctx, { caseId, stepKey, event: "submitted", happenedOn: day, note: note ?? null });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.submitted", subjectId: caseId, caseId, detail: { step: stepKey, on: day } },
    };
  },
});
