"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";

export async function raiseFlagAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await raiseFlag(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Flag raised.";
  });
}

export async function resolveFlagAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId } = await resolveFlag(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    return "Flag resolved.";
  });
}
