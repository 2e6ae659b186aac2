"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { liftDenial } from "@/lib/casework/conflicts-of-interest/lift-denial";
import { setDenial } from "@/lib/casework/conflicts-of-interest/set-denial";

export async function assignCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await assignCase(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${id}`, "layout");
    return "Case assigned.";
  });
}

export async function changeRiskAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await changeRisk(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${id}`, "layout");
    return "Risk changed.";
  });
}

export async function setDenialAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await setDenial(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Saved. They see nothing of this client from now.";
  });
}

export async function liftDenialAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await liftDenial(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Lifted.";
  });
}
