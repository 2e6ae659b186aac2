"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import type { Command } from "@/lib/kernel/access/command";

function act(command: Command<unknown>, form: FormData, said: string): Promise<FormState> {
  return runForm(form, async () => {
    await command(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return said;
  });
}

export async function beginStepAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(beginStep, form, "Step begun");
}

/** Nothing is sent by it: there is one report more to send. */
export async function addPlatformAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(beginStep, form, "Platform added");
}

export async function submitStepAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(submitStep, form, "Noted as sent. Its clocks run.");
}

export async function recordOutcomeAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(recordOutcome, form, "Outcome recorded");
}

export async function noteContactAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(noteContact, form, "Noted");
}

export async function skipStepAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(skipStep, form, "Step left out");
}

export async function skipReportAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(skipStep, form, "Report left out");
}

export async function reopenStepAction(_before: FormState, form: FormData): Promise<FormState> {
  return act(reopenStep, form, "Step opened again");
}
