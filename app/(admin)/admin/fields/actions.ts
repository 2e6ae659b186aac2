"use server";

import { formAction } from "@/app/form-action";
import { addCustomField } from "@/lib/organisation/custom-fields/commands/add-custom-field";
import { amendCustomField } from "@/lib/organisation/custom-fields/commands/amend-custom-field";
import { moveCustomField } from "@/lib/organisation/custom-fields/commands/move-custom-field";
import { restoreCustomField } from "@/lib/organisation/custom-fields/commands/restore-custom-field";
import { retireCustomField } from "@/lib/organisation/custom-fields/commands/retire-custom-field";
import { t } from "@/lib/platform/language/translate";

export const addCustomFieldAction = formAction(addCustomField, {
  refresh: "/admin/fields",
  saved: t("Field added. Forms ask for it from now on."),
});

export const amendCustomFieldAction = formAction(amendCustomField, {
  refresh: "/admin/fields",
  saved: t("Field changed."),
});

export const moveCustomFieldAction = formAction(moveCustomField, { refresh: "/admin/fields", saved: t("Moved.") });

export const retireCustomFieldAction = formAction(retireCustomField, {
  refresh: "/admin/fields",
  saved: t("Field retired. What was written stays readable."),
});

export const restoreCustomFieldAction = formAction(restoreCustomField, {
  refresh: "/admin/fields",
  saved: t("Field is in use again."),
});
