"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { allowPasskey } from "@/lib/organisation/members/commands/allow-passkey";
import { unlockCodes } from "@/lib/organisation/members/commands/unlock-codes";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";

export async function acknowledgeAlertAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await acknowledgeAlert(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/alerts");
    return "Noted that you looked at it";
  });
}

export async function allowPasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await allowPasskey(await confirmPerson(form, "factor.allow"), Object.fromEntries(form));
    revalidatePath("/admin/alerts");
    return "Allowed. It counts from now on.";
  });
}

export async function unlockCodesAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await unlockCodes(await confirmPerson(form, "factor.allow"), Object.fromEntries(form));
    revalidatePath("/admin/alerts");
    return "Unlocked. Codes count from now on.";
  });
}
