"use server";

import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { amendReference } from "@/lib/casework/references/commands/amend-reference";
import { destroySecret } from "@/lib/casework/references/commands/destroy-secret";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { revealSecret } from "@/lib/casework/references/commands/reveal-secret";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { t } from "@/lib/platform/language/translate";

export const recordReferenceAction = formAction(recordReference, {
  refresh: "/cases/[caseId]",
  saved: ({ display }) => (display ? t("Saved {display}", { display }) : t("Saved: not yet issued")),
});

export const amendReferenceAction = formAction(amendReference, {
  refresh: "/cases/[caseId]",
  saved: t("Number corrected"),
});

export const withdrawReferenceAction = formAction(withdrawReference, {
  refresh: "/cases/[caseId]",
  saved: t("Number withdrawn"),
});

export const storeSecretAction = formAction(storeSecret, {
  refresh: "/cases/[caseId]",
  saved: t("Sealed. It is shown only with a reason."),
});

/** What is revealed goes back in this one answer and is kept nowhere. */
export async function revealSecretAction(_before: FormState, form: FormData): Promise<FormState> {
  let shown = "";
  const state = await runForm(form, async () => {
    const ctx = await confirmPerson(form, "reference.reveal_secret");
    shown = (await revealSecret(ctx, Object.fromEntries(form))).secret;
    return t("Shown once. That you looked, and why, is in the log.");
  });
  return state.status === "saved" ? { ...state, values: { shown } } : state;
}

export const destroySecretAction = formAction(destroySecret, { refresh: "/cases/[caseId]", saved: t("Destroyed") });
