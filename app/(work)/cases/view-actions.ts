"use server";

import { formAction } from "@/app/form-action";
import { amendView } from "@/lib/oversight/saved-views/amend-view";
import { chooseList } from "@/lib/oversight/saved-views/choose-list";
import { removeView } from "@/lib/oversight/saved-views/remove-view";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { t } from "@/lib/platform/language/translate";

export const saveViewAction = formAction(saveView, {
  input: (form) => ({ ...Object.fromEntries(form), columns: form.getAll("columns") }),
  refresh: "/cases",
  saved: t("View saved. It appears above the list."),
});

export const amendViewAction = formAction(amendView, { refresh: "/cases", saved: t("View changed.") });

export const removeViewAction = formAction(removeView, {
  refresh: "/cases",
  saved: (_made, form) =>
    form.has("undo") ? t("View brought back.") : t("View removed. You can undo this here for a day."),
});

export const chooseListAction = formAction(chooseList, {
  input: (form) =>
    form.has("form") ? { columns: form.has("suited") ? null : form.getAll("columns") } : Object.fromEntries(form),
  refresh: "/cases",
  saved: (_made, form) => (form.has("form") ? t("Columns saved.") : "Saved."),
});
