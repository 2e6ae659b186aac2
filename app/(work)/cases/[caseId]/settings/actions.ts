"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { assignCase } from "@/lib/cases/assign-case";
import { changeRisk } from "@/lib/cases/change-risk";

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
