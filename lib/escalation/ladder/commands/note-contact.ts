import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { factOf } from "@/lib/escalation/steps/rules";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists } from "../access";
import { NoteContact } from "../input";
import { noteStepEvent } from "../note-step-event";
import { writeStep } from "../write-step";

/** Notes that something was heard or sent: follow-ups count from it. @throws AppError conflict before the step was begun */
export const noteContact = command({
  needs: "case.write",
  input: NoteContact,
  async run(ctx, { caseId, stepKey, part, on, channel, withWhom, note, dueOn }) {
    const locked = await lockStep(ctx, { caseId, stepKey, part });
    const { playbook, step } = locked;
    const known = factOf(locked, stepKey);
    if (!known || known.state === "skipped")
      throw new AppError("conflict", t("Begin {title} first.", { title: step.title }));
    const day = on ?? civilDate(ctx.now, playbook.home.zone);
    await writeStep(ctx, locked, {
      state: known.state,
      lastContactOn: known.lastContactOn && known.lastContactOn > day ? known.lastContactOn : day,
      ...(dueOn ? { dueOn } : {}),
    });
    const event = { caseId, stepKey, part: locked.part, event: "contact" as const, happenedOn: day };
    await noteStepEvent(ctx, { ...event, channel, withWhom, note });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: day },
      audit: {
        action: "step.contact_noted",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep(locked), on: day },
      },
    };
  },
});
