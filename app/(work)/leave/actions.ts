"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { endLeave } from "@/lib/organisation/absences/end-leave";
import { setLeave } from "@/lib/organisation/absences/set-leave";

export async function setLeaveAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await setLeave(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Leave set. It ends by itself.";
  });
}

export async function endLeaveAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await endLeave(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/", "layout");
    return "Leave ended.";
  });
}
