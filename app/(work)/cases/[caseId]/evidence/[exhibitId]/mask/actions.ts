"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";

export async function redactExhibitAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await redactExhibit(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Masked copy kept. Look at it before you use it";
  });
}
