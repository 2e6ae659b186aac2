"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { setTotp } from "@/lib/auth/codes/set-totp";
import { requireSameOrigin, sessionToken } from "@/lib/auth/sessions/session";
import { finishEnrolment } from "@/lib/auth/sign-in/finish-enrolment";

/** Of a confined session, and of a full one with a fresh proof: Postgres says which may. */
export async function enrolTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const session = await sessionToken();
    if (!session) redirect("/sign-in");
    await finishEnrolment(await setTotp(session, form.get("code")), "password+totp");
    redirect("/account/security");
  });
}
