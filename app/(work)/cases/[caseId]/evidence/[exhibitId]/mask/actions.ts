"use server";

import { formAction } from "@/app/form-action";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { t } from "@/lib/platform/language/translate";

export const redactExhibitAction = formAction(redactExhibit, {
  refresh: "/cases/[caseId]",
  saved: t("Masked copy saved. Check it before you use it"),
});
