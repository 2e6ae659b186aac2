"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { uncover } from "@/lib/auth/step-up/cover";
import { landing } from "../landing";

/** The page goes on from there to where it was, which only the browser knows. */
export async function uncoverAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await uncover(form);
    redirect(await landing());
  });
}
