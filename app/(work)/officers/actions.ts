"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { addLiaison } from "@/lib/handover/officers/add-liaison";
import { amendLiaison } from "@/lib/handover/officers/amend-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";

export async function amendLiaisonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendLiaison(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/officers");
    return "Changed";
  });
}

export async function addLiaisonAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await addLiaison(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/officers");
    return "Entered. Somebody else calls the office back and confirms the entry.";
  });
}

export async function noteCallbackAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await noteCallback(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/officers");
    return "Noted. The call stands in the entry.";
  });
}
