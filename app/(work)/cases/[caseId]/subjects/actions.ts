"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { addSubject } from "@/lib/subjects/add-subject";
import { amendAccount } from "@/lib/subjects/amend-account";
import { amendSubject } from "@/lib/subjects/amend-subject";
import { linkAccount } from "@/lib/subjects/link-account";

export async function addSubjectAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await addSubject(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Subject added.";
  });
}

export async function amendSubjectAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendSubject(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Subject changed.";
  });
}

export async function linkAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await linkAccount(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Account linked.";
  });
}

export async function amendAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendAccount(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Account changed.";
  });
}
