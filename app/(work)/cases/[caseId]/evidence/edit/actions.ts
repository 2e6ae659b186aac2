"use server";

import { formAction } from "@/app/form-action";
import { amendExhibits } from "@/lib/evidence/exhibits/commands/amend-exhibits";
import { fillInNumbers } from "../../../fill-in-numbers";

const numbered = {
  accountId: { kind: "account", sent: "one" },
  incidentIds: { kind: "incident", sent: "many" },
} as const;

/** The same details for several exhibits. */
export const amendExhibitsAction = formAction(amendExhibits, {
  fillIn: (form) => fillInNumbers(form, numbered),
  input: (form) => ({
    ...Object.fromEntries(form),
    exhibitIds: form.getAll("exhibitIds"),
    incidentIds: form.getAll("incidentIds").filter(Boolean),
  }),
  refresh: "/cases/[caseId]",
  goTo: ({ caseId }) => `/cases/${caseId}/evidence`,
});
