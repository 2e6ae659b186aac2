"use server";

import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { nestedForm } from "@/app/(work)/cases/nested-form";
import { formAction } from "@/app/form-action";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { amendClientFields } from "@/lib/casework/clients/amend-client-fields";
import { completeClient } from "@/lib/casework/clients/complete-client";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { noteMinor } from "@/lib/casework/minors-stop/note-minor";
import { t } from "@/lib/platform/language/translate";

/** What is revealed goes back in this one answer and is kept nowhere. */
export async function revealClientAction(_before: FormState, form: FormData): Promise<FormState> {
  let shown: Record<string, string> = {};
  const state = await runForm(form, async () => {
    const seen = await revealClient(await confirmPerson(form, "client.reveal"), Object.fromEntries(form));
    shown = Object.fromEntries(Object.entries(seen).map(([field, value]) => [field, value ?? ""]));
    return t("Shown. That you looked, and why, is in the log.");
  });
  return state.status === "saved" ? { ...state, values: { shown: JSON.stringify(shown) } } : state;
}

export const completeClientAction = formAction(completeClient, {
  refresh: "/clients/[clientId]",
  saved: t("Details saved, encrypted."),
});

export const noteMinorAction = formAction(noteMinor, {
  refresh: "/clients/[clientId]",
  saved: ({ stopped }) =>
    stopped > 0 ? t("Saved. Cases with an intimate image accept no files from now on.") : t("Saved."),
});

export const setSafeContactAction = formAction(setSafeContact, {
  refresh: "/clients/[clientId]",
  saved: t("Safe contact saved, reviewed today."),
});

export const amendClientFieldsAction = formAction(amendClientFields, {
  input: nestedForm,
  refresh: "/clients/[clientId]",
  saved: t("Fields saved."),
});
