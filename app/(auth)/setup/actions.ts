"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { openSession } from "@/lib/auth/sessions/open-session";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { claimSetup } from "@/lib/auth/sign-in/claim-setup";
import { landing } from "../landing";

export async function claimSetupAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const { loginId } = await claimSetup(Object.fromEntries(form));
    await openSession(loginId, "setup");
    redirect(await landing());
  });
}
