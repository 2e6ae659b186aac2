"use server";

import { formAction } from "@/app/form-action";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { amendIncidentFields } from "@/lib/casework/incidents/amend-incident-fields";
import { linkExhibit } from "@/lib/casework/incidents/link-exhibit";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { t } from "@/lib/platform/language/translate";
import { fillInNumbers } from "../../fill-in-numbers";
import { nestedForm } from "../../nested-form";

const numbered = {
  accountId: { kind: "account", sent: "one" },
  exhibitId: { kind: "exhibit", sent: "one" },
} as const;

const fillIn = (form: FormData) => fillInNumbers(form, numbered);

export const logIncidentAction = formAction(logIncident, {
  input: nestedForm,
  fillIn,
  refresh: "/cases/[caseId]",
  saved: ({ code }) => t("Incident {code} logged.", { code }),
});

export const amendIncidentAction = formAction(amendIncident, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Incident changed."),
});

export const linkExhibitAction = formAction(linkExhibit, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: t("Evidence linked."),
});

export const amendIncidentFieldsAction = formAction(amendIncidentFields, {
  input: nestedForm,
  refresh: "/cases/[caseId]",
  saved: t("Fields saved."),
});
