"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { amendReference } from "@/lib/casework/references/commands/amend-reference";
import { destroySecret } from "@/lib/casework/references/commands/destroy-secret";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { revealSecret } from "@/lib/casework/references/commands/reveal-secret";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";

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

export async function storeSecretAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await storeSecret(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Sealed. It is shown only with a reason.";
  });
}

/** What is revealed goes back in this one answer and is kept nowhere. */
export async function revealSecretAction(_before: FormState, form: FormData): Promise<FormState> {
  let shown = "";
  const state = await runForm(form, async () => {
    const ctx = await confirmPerson(form, "reference.reveal_secret");
    shown = (await revealSecret(ctx, Object.fromEntries(form))).secret;
    return "Shown once. That you looked, and why, is in the log.";
  });
  return state.status === "saved" ? { ...state, values: { shown } } : state;
}

export async function destroySecretAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await destroySecret(await actingCtx(), Object.fromEntries(form));
    revalidatePath("/cases/[caseId]", "layout");
    return "Destroyed";
  });
}
