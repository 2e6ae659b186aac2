import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists, refuseUnless } from "../access";
import { BeginStep } from "../input";
import { noteStepEvent } from "../note-step-event";
import { canBegin } from "../rules";
import { writeStep } from "../write-step";

/** Starts work on a step. @throws AppError conflict with the prerequisite that is not met, or when it was begun already */
export const beginStep = command({
  needs: "case.write",
  input: BeginStep,
  async run(ctx, { caseId, stepKey, part, on, channel, withWhom, note }) {
    const locked = await lockStep(ctx, { caseId, stepKey, part });
    const { playbook, facts } = locked;
    refuseUnless(canBegin(playbook, facts, stepKey));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    await writeStep(ctx, locked, { state: "begun", begunOn: day, skippedReason: null });
    const event = { caseId, stepKey, part: locked.part, event: "begun" as const };
    await noteStepEvent(ctx, { ...event, happenedOn: day, channel, withWhom, note: note ?? null });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: day },
      audit: { action: "step.begun", subjectId: caseId, caseId, detail: aboutStep(locked) },
    };
  },
});
