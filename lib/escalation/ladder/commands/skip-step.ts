import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists, refuseUnless } from "../access";
import { SkipStep } from "../input";
import { noteStepEvent } from "../note-step-event";
import { canSkip } from "../rules";
import { writeStep } from "../write-step";

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
    await refreshLists(ctx, caseId);
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
