"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { requireSameOrigin } from "@/lib/auth/sessions/session";
import { signIn } from "@/lib/auth/sign-in/sign-in";
import { beginSso } from "@/lib/auth/sso/begin-sso";
import { openDemoSession } from "@/lib/operations/demo/open-demo-session";
import { landing } from "../landing";

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    await signIn(Object.fromEntries(form));
    redirect(await landing());
  });
}

export async function signInAsAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    await openDemoSession(form.get("role"), (await headers()).get("host"));
    redirect(await landing());
  });
}

/** Leads to the sign-in service. What comes back from there is answered by `/api/auth`. */
export async function startSsoAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    redirect((await beginSso("sso_sign_in", null)) as Route);
  });
}
