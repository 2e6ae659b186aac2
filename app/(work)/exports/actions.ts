"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { askExport } from "@/lib/operations/exports/ask-export";
import { decideExport } from "@/lib/operations/exports/decide-export";

export async function askExportAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { caseId, reason } = Object.fromEntries(form);
    await askExport(await confirmPerson(form, "export.ask"), { ...(caseId ? { caseId } : {}), reason });
    revalidatePath("/", "layout");
    return caseId ? "The folder is being made." : "Asked. A second person has to release it.";
  });
}

export async function decideExportAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { exportId, decision } = Object.fromEntries(form);
    const ctx = decision === "release" ? await confirmPerson(form, "export.release") : await actingCtx();
    await decideExport(ctx, { exportId, decision });
    revalidatePath("/exports");
    return decision === "release" ? "Released. It is being made." : "Refused.";
  });
}

/** Only the proof: the page then shows the link. */
export async function proveAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await confirmPerson(form, "export.take");
    revalidatePath("/", "layout");
    return "Confirmed. You can download it now.";
  });
}
