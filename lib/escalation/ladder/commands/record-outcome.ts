import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { factOf } from "@/lib/escalation/steps/rules";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists, refuseUnless } from "../access";
import { RecordOutcome } from "../input";
import { noteStepEvent } from "../note-step-event";
import { canRecordOutcome } from "../rules";
import { writeStep } from "../write-step";

/**
 * Notes what came of a step, and closes it unless it goes on.
 * @throws AppError conflict when the step waits for a number, which completes it by being recorded
 */
export const recordOutcome = command({
  needs: "case.write",
  input: RecordOutcome,
  async run(ctx, { caseId, stepKey, part, on, answer, note, channel, withWhom, words, dueOn, completes }) {
    const locked = await lockStep(ctx, { caseId, stepKey, part });
    const { playbook, facts } = locked;
    if (locked.report && completes && !answer) {
      throw new AppError("invalid", t("Choose what the platform did."), { answer: t("Choose what the platform did.") });
    }
    refuseUnless(canRecordOutcome(playbook, facts, stepKey, completes));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    const known = factOf(locked, stepKey);
    await writeStep(ctx, locked, {
      state: completes ? "done" : (known?.state ?? "begun"),
      begunOn: known?.begunOn ?? known?.submittedOn ?? day,
      lastContactOn: day,
      answer: locked.report ? (answer ?? null) : null,
      outcome: note,
      outcomeOn: day,
      ...(dueOn ? { dueOn } : {}),
    });
    const event = { caseId, stepKey, part: locked.part, event: completes ? ("done" as const) : ("outcome" as const) };
    const told = words ? `${note}\n${words}` : note;
    await noteStepEvent(ctx, { ...event, happenedOn: day, channel, withWhom, note: told });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: day },
      audit: {
        action: "step.outcome_recorded",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep(locked), on: day },
      },
    };
  },
});
