"use server";

import { formAction } from "@/app/form-action";
import { amendIncident } from "@/lib/casework/incidents/amend-incident";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { tieExhibit } from "@/lib/casework/incidents/tie-exhibit";
import { fillInNumbers } from "../../fill-in-numbers";

const numbered = {
  accountId: { kind: "account", sent: "one" },
  exhibitId: { kind: "exhibit", sent: "one" },
} as const;

const fillIn = (form: FormData) => fillInNumbers(form, numbered);

export const logIncidentAction = formAction(logIncident, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: ({ code }) => `Incident ${code} logged.`,
});

export const amendIncidentAction = formAction(amendIncident, {
  fillIn,
  refresh: "/cases/[caseId]",
  saved: "Incident changed.",
});

export const tieExhibitAction = formAction(tieExhibit, { fillIn, refresh: "/cases/[caseId]", saved: "Exhibit tied." });
