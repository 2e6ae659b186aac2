"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { claimSetup } from "@/lib/auth/claim-setup";
import { openSession } from "@/lib/auth/open-session";
import { requireSameOrigin } from "@/lib/auth/session";
import { landing } from "../landing";

export async function claimSetupAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const { loginId } = await claimSetup(Object.fromEntries(form));
    await openSession(loginId, "setup");
    redirect(await landing());
  });
}
