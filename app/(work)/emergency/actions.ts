"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { askLook } from "@/lib/casework/emergency-access/ask-look";
import { decideLook } from "@/lib/casework/emergency-access/decide-look";
import { endLook } from "@/lib/casework/emergency-access/end-look";
import { seeNotice } from "@/lib/casework/emergency-access/see-notice";

export async function askLookAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await askLook(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/emergency");
    return "Sent. Phone a supervisor if it cannot wait: they release it under Emergency access.";
  });
}

export async function decideLookAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { lookId, decision } = Object.fromEntries(form);
    const ctx = decision === "release" ? await confirmPerson(form, "look.release") : await actingCtx();
    await decideLook(ctx, { lookId, decision });
    revalidatePath("/", "layout");
    return decision === "release" ? "Released. The owner was told." : "Not released.";
  });
}

export async function endLookAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endLook(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Ended.";
  });
}

export async function seeNoticeAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await seeNotice(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Noted.";
  });
}
