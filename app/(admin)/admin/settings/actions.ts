"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { setKeeping } from "@/lib/privacy/retention/set-keeping";

export async function describeDeskAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await describeDesk(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin", "layout");
    return "Details saved";
  });
}

export async function setKeepingAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await setKeeping(await actingCtx(), { years: form.get("years") });
    revalidatePath("/admin", "layout");
    return "Years saved";
  });
}
