"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { decided, formAction } from "@/app/form-action";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { askExport } from "@/lib/operations/exports/ask-export";
import { decideExport } from "@/lib/operations/exports/decide-export";
import { t } from "@/lib/platform/language/translate";

export const askExportAction = formAction(askExport, {
  confirm: "export.ask",
  input: (form) => {
    const { caseId, reason } = Object.fromEntries(form);
    return { ...(caseId ? { caseId } : {}), reason };
  },
  refresh: "/",
  saved: (_made, form) =>
    form.get("caseId") ? t("The folder is being made.") : t("Request sent. A second person has to release it."),
});

export const decideExportAction = formAction(decideExport, {
  refresh: "/exports",
  ...decided("export.release", t("Released. It is being made."), "Refused."),
});

/** Only the proof: the page then shows the link. */
export async function proveAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await confirmPerson(form, "export.take");
    revalidatePath("/", "layout");
    return t("Confirmed. You can download it now.");
  });
}
