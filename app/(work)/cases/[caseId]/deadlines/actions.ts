"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { answerClock } from "@/lib/escalation/deadlines/answer-clock";
import { extendClock } from "@/lib/escalation/deadlines/extend-clock";
import { pauseClock } from "@/lib/escalation/deadlines/pause-clock";
import { resumeClock } from "@/lib/escalation/deadlines/resume-clock";
import { startClock } from "@/lib/escalation/deadlines/start-clock";
import { recordPreservation } from "@/lib/escalation/preservation/record-preservation";
import { renewPreservation } from "@/lib/escalation/preservation/renew-preservation";
import { formatDate } from "@/lib/platform/text/format";

const refresh = (form: FormData) => revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");

export async function pauseClockAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await pauseClock(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "The clock stands still.";
  });
}

export async function resumeClockAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await resumeClock(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "The clock runs again.";
  });
}

export async function extendClockAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { until } = await extendClock(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return `The clock runs until ${formatDate(until)}.`;
  });
}

export async function startClockAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await startClock(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "It is on the list.";
  });
}

export async function answerClockAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await answerClock(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "Answered.";
  });
}

export async function recordPreservationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await recordPreservation(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "Recorded.";
  });
}

export async function renewPreservationAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await renewPreservation(await actingCtx(), Object.fromEntries(form));
    refresh(form);
    return "Recorded.";
  });
}
