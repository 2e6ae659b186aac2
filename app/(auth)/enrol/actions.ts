"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { finishEnrolment } from "@/lib/auth/finish-enrolment";
import { requireSameOrigin, sessionToken } from "@/lib/auth/session";
import { setTotp } from "@/lib/auth/set-totp";

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
