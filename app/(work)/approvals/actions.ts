"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";

export async function decideAccessAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { changeId, decision } = Object.fromEntries(form);
    const ctx = decision === "release" ? await confirmPerson(form, "access.release") : await actingCtx();
    await decideAccessChange(ctx, { changeId, decision });
    revalidatePath("/", "layout");
    return decision === "release" ? "Released" : "Refused";
  });
}
