import "server-only";
import { touchCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep, lockStep, noteStepEvent, refuseUnless, writeStep } from "../access";
import { SkipStep } from "../input";
import { canSkip } from "../rules";

/** Leaves a step out, with the reason that is drawn in its place. @throws AppError conflict when it may not be left out */
export const skipStep = command({
  needs: "case.write",
  input: SkipStep,
  async run(ctx, { caseId, stepKey, part, on, reason }) {
    const locked = await lockStep(ctx, { caseId, stepKey, part }, true);
    const { playbook, facts } = locked;
    refuseUnless(canSkip(playbook, facts, stepKey));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    await writeStep(ctx, locked, { state: "skipped", skippedReason: reason });
    const event = { caseId, stepKey, part: locked.part, event: "skipped" as const };
    await noteStepEvent(ctx, { ...event, happenedOn: day, note: reason });
    await touchCase(ctx, caseId);
    return {
      value: { on: day },
      audit: {
        action: "step.skipped",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep(locked), reason },
      },
    };
  },
});
