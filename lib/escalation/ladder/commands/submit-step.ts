import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { asksBeforeSending, factOf } from "@/lib/escalation/steps/rules";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { aboutStep } from "../about-step";
import { lockStep, refreshLists, refuseUnless } from "../access";
import { SubmitStep } from "../input";
import { noteStepEvent } from "../note-step-event";
import { canSubmit } from "../rules";
import { writeStep } from "../write-step";

/**
 * Notes that a step was sent. Its clocks start from that day, or that hour.
 * @throws AppError conflict when only officials may send it, or a prerequisite is not met; invalid on `tipOffSeen` when
 * the subject may come to know, and on `removalSeen` when something is taken down of which nothing is kept
 */
export const submitStep = command({
  needs: "case.write",
  input: SubmitStep,
  async run(ctx, { caseId, stepKey, part, on, at, note, tipOffSeen, removalSeen }) {
    const locked = await lockStep(ctx, { caseId, stepKey, part });
    const { playbook, step, facts } = locked;
    refuseUnless(canSubmit(playbook, facts, stepKey));
    const asks = asksBeforeSending(step, facts);
    refuseUnweighed(asks, { tipOffSeen, removalSeen });
    const zone = playbook.home.zone;
    const day = on ?? civilDate(ctx.now, zone);
    const known = factOf(locked, stepKey);
    await writeStep(ctx, locked, {
      state: "submitted",
      begunOn: known?.begunOn ?? known?.submittedOn ?? day,
      submittedOn: day,
      submittedAt: at ? instantOnWall(`${day}T${at}`, zone) : null,
      lastContactOn: day,
      skippedReason: null,
    });
    const event = { caseId, stepKey, part: locked.part, event: "submitted" as const };
    await noteStepEvent(ctx, { ...event, happenedOn: day, note: note ?? null });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    const weighed = {
      ...(asks.tipOff ? { tipOffSeen } : {}),
      ...(asks.removal === "nothing" ? { removalSeen } : {}),
    };
    return {
      value: { on: day },
      audit: {
        action: "step.submitted",
        subjectId: caseId,
        caseId,
        detail: { ...aboutStep(locked), on: day, ...weighed },
      },
    };
  },
});

function refuseUnweighed(asks: SendingAsks, seen: { tipOffSeen: boolean; removalSeen: boolean }): void {
  const fields = {
    ...(asks.tipOff && !seen.tipOffSeen
      ? { tipOffSeen: t("Tick this once you have weighed it up with the client.") }
      : {}),
    ...(asks.removal === "nothing" && !seen.removalSeen
      ? { removalSeen: t("Secure evidence first, or tick to go on without it.") }
      : {}),
  };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", t("Weigh this up before it is sent."), fields);
}
