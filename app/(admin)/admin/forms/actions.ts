"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { nestedForm } from "@/app/(work)/cases/nested-form";
import { formAction } from "@/app/form-action";
import { actingCtx, readCtx } from "@/lib/auth/sessions/session";
import { describeForm } from "@/lib/documents/forms/commands/describe-form";
import { retireForm } from "@/lib/documents/forms/commands/retire-form";
import { savePlaces } from "@/lib/documents/forms/commands/save-places";
import { readPlaces } from "@/lib/documents/forms/input";
import { receiveForm } from "@/lib/documents/forms/receive-form";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** The version without JavaScript, for a form of up to 1 MB. A larger one is sent to /api/forms as is. */
export async function uploadFormAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      throw new AppError("invalid", t("Choose a file."), { file: t("Choose a PDF.") });
    }
    const sent = {
      bytes: new Uint8Array(await file.arrayBuffer()),
      follows: String(form.get("follows") ?? "") || null,
    };
    const { id } = await receiveForm(await actingCtx(), sent, readCtx);
    redirect(`/admin/forms/${id}`);
  });
}

export const describeFormAction = formAction(describeForm, { refresh: "/admin/forms", saved: t("Saved") });

/** What is wrong with a place, at the field of its row. */
async function savingRows(ctx: Ctx, given: unknown) {
  try {
    return await savePlaces(ctx, given);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = Object.entries(error.fields).map(
      ([field, message]) => [field.replace(".box.", ".").replace(/\.(origin|fact)$/, ".what"), message] as const,
    );
    throw new AppError(error.code, error.message, Object.fromEntries(fields));
  }
}

export const savePlacesAction = formAction(savingRows, {
  input: (form) => {
    const { formId, mapping, places } = nestedForm(form);
    const rows = Array.isArray(places) ? places : [];
    return { formId, mapping, places: readPlaces(rows) };
  },
  refresh: "/admin/forms",
  saved: t("The mapping is saved. Look at the preview below."),
});

export const retireFormAction = formAction(retireForm, {
  refresh: "/admin/forms",
  saved: t("The form is out of use. What was filled with it stays."),
});
