"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";

export async function closeCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await closeCase(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${id}`, "layout");
    return "Case closed.";
  });
}

export async function reopenCaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { id } = await reopenCase(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${id}`, "layout");
    return "Case opened again.";
  });
}
