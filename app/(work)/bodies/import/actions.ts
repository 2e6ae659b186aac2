"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { formAction } from "@/app/form-action";
import { actingCtx } from "@/lib/auth/sessions/session";
import { cancelBodyImport } from "@/lib/organisation/bodies/imports/commands/cancel-body-import";
import { correctBodyRow } from "@/lib/organisation/bodies/imports/commands/correct-body-row";
import { decideDifferences } from "@/lib/organisation/bodies/imports/commands/decide-differences";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { setColumns } from "@/lib/organisation/bodies/imports/commands/set-columns";
import { undoBodyImport } from "@/lib/organisation/bodies/imports/commands/undo-body-import";
import { readBodyList } from "@/lib/organisation/bodies/imports/read-body-list";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

const refresh = "/bodies";

export async function readBodyListAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      throw new AppError("invalid", t("Choose a file."), { file: t("Choose a CSV or an XLSX.") });
    }
    const { id } = await readBodyList(await actingCtx(), file);
    redirect(`/bodies/import/${id}`);
  });
}

export const setColumnsAction = formAction(setColumns, {
  input: (form) => {
    const count = [...form.keys()].filter((name) => name.startsWith("column.")).length;
    const fixed = [...form.keys()].filter((name) => name.startsWith("fixed."));
    return {
      importId: form.get("importId"),
      columns: Array.from({ length: count }, (_, at) => String(form.get(`column.${at}`) ?? "") || null),
      fixed: Object.fromEntries(fixed.map((name) => [name.slice("fixed.".length), String(form.get(name) ?? "")])),
    };
  },
  refresh,
  saved: t("Every row was checked again."),
});

export async function correctBodyRowAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { importId, row } = Object.fromEntries(form);
    const count = [...form.keys()].filter((name) => name.startsWith("cell.")).length;
    const cells = Array.from({ length: count }, (_, at) => String(form.get(`cell.${at}`) ?? ""));
    const { left } = await correctBodyRow(await actingCtx(), { importId, row, cells });
    revalidatePath(refresh, "layout");
    if (left.length === 0) redirect(`/bodies/import/${String(importId)}`);
    const fields = left.map(({ at, text }) => [at < 0 ? "row" : `cell.${at}`, text] as const);
    throw new AppError("invalid", t("Saved, but this row still needs correction."), Object.fromEntries(fields));
  });
}

export const decideDifferencesAction = formAction(decideDifferences, {
  input: (form) => ({
    importId: form.get("importId"),
    rows: form.get("all") ? "all" : form.getAll("rows").map(String),
    take: form.get("take"),
  }),
  refresh,
  saved: t("Decided."),
});

export const runBodyImportAction = formAction(runBodyImport, {
  refresh,
  saved: ({ added, updated }) => t("Imported: {added} new, {updated} taken over.", { added, updated }),
});

export const cancelBodyImportAction = formAction(cancelBodyImport, { refresh, goTo: () => "/bodies/import" });

export const undoBodyImportAction = formAction(undoBodyImport, {
  refresh,
  saved: ({ removed, restored, kept }) =>
    t("Undone: {removed} out of use, {restored} as before. {kept} were changed since and stay.", {
      removed,
      restored,
      kept,
    }),
});
