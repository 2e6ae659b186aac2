"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { acknowledgeAlert } from "@/lib/alerts/acknowledge-alert";
import { actingCtx } from "@/lib/auth/session";

export async function acknowledgeAlertAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await acknowledgeAlert(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/admin/alerts");
    return "Noted that you looked at it";
  });
}
