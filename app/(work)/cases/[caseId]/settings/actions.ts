"use server";

import { formAction } from "@/app/form-action";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { liftDenial } from "@/lib/casework/conflicts-of-interest/lift-denial";
import { setDenial } from "@/lib/casework/conflicts-of-interest/set-denial";

export const assignCaseAction = formAction(assignCase, { refresh: "/cases/[caseId]", saved: "Case assigned." });

export const changeRiskAction = formAction(changeRisk, { refresh: "/cases/[caseId]", saved: "Risk changed." });

export const setDenialAction = formAction(setDenial, {
  refresh: "/cases/[caseId]",
  saved: "Saved. They see nothing of this client from now.",
});

export const liftDenialAction = formAction(liftDenial, { refresh: "/cases/[caseId]", saved: "Lifted." });
