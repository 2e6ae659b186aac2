"use server";

import { formAction } from "@/app/form-action";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";

export const redactExhibitAction = formAction(redactExhibit, {
  refresh: "/cases/[caseId]",
  saved: "Masked copy kept. Look at it before you use it",
});
