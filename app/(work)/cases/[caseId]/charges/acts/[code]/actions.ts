"use server";

import { formAction } from "@/app/form-action";
import { linkAct } from "@/lib/casework/charges/link-act";
import { t } from "@/lib/platform/language/translate";

/** All that one incident shows. */
export const linkActAction = formAction(linkAct, {
  input: (form) => ({
    caseId: form.get("caseId"),
    incidentId: form.get("incidentId"),
    elements: form.getAll("elements").map(String),
  }),
  refresh: "/cases/[caseId]",
  saved: t("Saved what this incident shows."),
});
