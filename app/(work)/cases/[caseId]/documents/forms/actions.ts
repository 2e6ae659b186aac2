"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { fillForm } from "@/lib/documents/forms/commands/fill-form";
import { withdrawFilledForm } from "@/lib/documents/forms/commands/withdraw-filled-form";
import { makeFile } from "@/lib/documents/forms/make-file";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/**
 * Fills a form and makes its file. What was written is kept first: when the file cannot be made, its page says so and
 * offers to try again.
 */
export async function fillFormAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const ctx = form.get("opens") === "yes" ? await confirmPerson(form, "document.draft") : await actingCtx();
    const { caseId, formId, accountId, refusalId } = Object.fromEntries(form);
    const count = Number(form.get("questions") ?? 0);
    const answers = Array.from({ length: Number.isInteger(count) && count <= 400 ? count : 0 }, (_, at) =>
      String(form.get(`answers.${at}`) ?? ""),
    );
    const { id } = await fillForm(ctx, { caseId, formId, accountId, refusalId, answers });
    await makeFile(ctx, id).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
    redirect(`/cases/${String(caseId)}/documents/forms/${id}`);
  });
}

export const makeFileAction = formAction((ctx, { filledId }: { filledId: string }) => makeFile(ctx, filledId), {
  input: (form) => ({ filledId: String(form.get("filledId") ?? "") }),
  refresh: "/cases/[caseId]",
  saved: t("The file is made"),
});

export const withdrawFilledFormAction = formAction(withdrawFilledForm, {
  refresh: "/cases/[caseId]",
  saved: t("The form is withdrawn. It stays readable."),
});
