"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx, readCtx } from "@/lib/auth/sessions/session";
import { correctRow } from "@/lib/operations/imports/commands/correct-row";
import { runImport } from "@/lib/operations/imports/commands/run-import";
import { saveMapping } from "@/lib/operations/imports/commands/save-mapping";
import { stopImport } from "@/lib/operations/imports/commands/stop-import";
import { receiveList } from "@/lib/operations/imports/receive-list";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { mappingForm } from "./mapping-form";

/** The version without JavaScript: a small list in the form itself. A larger one is sent to /api/imports as is. */
export async function bringListAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      throw new AppError("invalid", t("Choose a file."), { file: t("Choose a CSV or an XLSX.") });
    }
    const sending = { body: file.stream() as ReadableStream<Uint8Array>, name: file.name, size: file.size };
    const { id } = await receiveList(await actingCtx(), sending, readCtx);
    redirect(`/cases/import/${id}`);
  });
}

export const saveMappingAction = formAction(saveMapping, {
  input: mappingForm,
  goTo: (_made, form) => `/cases/import/${String(form.get("importId"))}`,
});

export const runImportAction = formAction(runImport, { refresh: "/cases/import" });

export const stopImportAction = formAction(stopImport, {
  input: (form) => ({ importId: form.get("importId") }),
  refresh: "/cases/import",
  saved: t("Stopped. It can go on from here."),
});

export async function correctRowAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { importId, row, decision, why } = Object.fromEntries(form);
    const count = [...form.keys()].filter((name) => name.startsWith("cell.")).length;
    const cells = Array.from({ length: count }, (_, at) => String(form.get(`cell.${at}`) ?? ""));
    const asked = { importId, row, ...(count > 0 ? { cells } : {}), ...(decision ? { decision, why } : {}) };
    const { left } = await correctRow(await actingCtx(), asked);
    revalidatePath("/cases/import", "layout");
    if (left.length === 0) redirect(`/cases/import/${String(importId)}`);
    const fields = left.map(({ at, label, text }) => [at < 0 ? "row" : `cell.${at}`, `${label}: ${text}`] as const);
    throw new AppError("invalid", t("Saved, but this row still needs correction."), Object.fromEntries(fields));
  });
}
