"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { requireSameOrigin, sessionToken } from "@/lib/auth/sessions/session";
import { proveSecond } from "@/lib/auth/sign-in/prove-second";
import { landing } from "../../landing";

/** A code is never shown again, right or wrong: it may be one of paper. */
export async function proveSecondAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, async () => {
    await requireSameOrigin();
    const session = await sessionToken();
    if (!session) redirect("/sign-in");
    await proveSecond(session, form.get("code"));
    redirect(await landing());
  });
  return { ...state, values: {} };
}
