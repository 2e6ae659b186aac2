"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/session";
import { amendReference } from "@/lib/references/amend-reference";
import { recordReference } from "@/lib/references/record-reference";
import { withdrawReference } from "@/lib/references/withdraw-reference";

export async function recordReferenceAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { display } = await recordReference(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return display ? `Saved ${display}` : "Saved: not yet issued";
  });
}

export async function amendReferenceAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await amendReference(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Number corrected";
  });
}

export async function withdrawReferenceAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await withdrawReference(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Number withdrawn";
  });
}
