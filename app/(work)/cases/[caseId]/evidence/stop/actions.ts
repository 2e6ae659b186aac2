"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { liftStop } from "@/lib/casework/minors-stop/lift-stop";
import { recordSighting } from "@/lib/casework/minors-stop/record-sighting";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";

export async function stopImagesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const caseId = String(form.get("caseId"));
    await stopImages(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${caseId}`, "layout");
    redirect(`/cases/${caseId}/evidence/stop` as Route);
  });
}

export async function liftStopAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await liftStop(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "The stop is lifted. Files are taken again.";
  });
}

export async function recordSightingAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await recordSighting(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Recorded. No image was kept.";
  });
}
