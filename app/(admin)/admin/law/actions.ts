"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { confirmProvision } from "@/lib/law/provisions/confirm-provision";
import { proclaimDay } from "@/lib/law/provisions/proclaim-day";
import { withdrawDay } from "@/lib/law/provisions/withdraw-day";
import { withdrawProvisionChange } from "@/lib/law/provisions/withdraw-provision-change";

// Looked at again also after a refusal: what somebody else changed in the meantime then stands beside what was typed.
export async function amendProvisionAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/", "layout");
  return runForm(form, async () => {
    await amendProvision(await actingCtx(), Object.fromEntries(form));
    return "Saved. It counts from now on, for everybody in your organisation.";
  });
}

export async function confirmProvisionAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/", "layout");
  return runForm(form, async () => {
    await confirmProvision(await actingCtx(), Object.fromEntries(form));
    return "Kept: read again, the law is the same.";
  });
}

export async function withdrawProvisionChangeAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/", "layout");
  return runForm(form, async () => {
    await withdrawProvisionChange(await actingCtx(), Object.fromEntries(form));
    return "Taken back. It stands as released again.";
  });
}

export async function proclaimDayAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await proclaimDay(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/law/days");
    return "Holiday added. Clocks are reckoned anew with the next daily round.";
  });
}

export async function withdrawDayAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawDay(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/law/days");
    return "Holiday taken back.";
  });
}
