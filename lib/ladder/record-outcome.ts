import "server-only";
import { command } from "@/lib/access/command";
import { touchCase } from "@/lib/cases/scope";
import { civilDate } from "@/lib/platform/clock";
import { RecordOutcome } from "./input";
import { canRecordOutcome } from "./rules";
import { lockStep, noteStepEvent, refuseUnless, writeStep } from "./scope";

/**
 * Notes what came of a step, and closes it unless it goes on.
 * @throws AppError conflict when the step waits for a number, which completes it by being recorded
 */
export const recordOutcome = command({
  needs: "case.write",
  input: RecordOutcome,
  async run(ctx, { caseId, stepKey, on, note, completes }) {
    const { playbook, facts } = await lockStep(ctx, caseId, stepKey);
    refuseUnless(canRecordOutcome(playbook, facts, stepKey, completes));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    const known = facts.steps.find((one) => one.stepKey === stepKey);
    await writeStep(ctx, caseId, stepKey, {
      state: completes ? "done" : (known?.state ?? "begun"),
      begunOn: known?.begunOn ?? day,
      lastContactOn: day,
      outcome: note,
      outcomeOn: day,
    });
    await noteStepEvent(ctx, { caseId, stepKey, event: completes ? "done" : "outcome", happenedOn: day, note });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.outcome_recorded", subjectId: caseId, caseId, detail: { step: stepKey, on: day } },
    };
  },
});
