"use server";

import { nestedForm } from "@/app/(work)/cases/nested-form";
import { formAction } from "@/app/form-action";
import { amendCaseFields } from "@/lib/casework/cases/commands/amend-case-fields";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { describeCase } from "@/lib/casework/cases/commands/describe-case";
import { liftConflict } from "@/lib/casework/conflicts-of-interest/lift-conflict";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { t } from "@/lib/platform/language/translate";

export const assignCaseAction = formAction(assignCase, { refresh: "/cases/[caseId]", saved: t("Case assigned.") });

export const changeRiskAction = formAction(changeRisk, { refresh: "/cases/[caseId]", saved: t("Risk changed.") });

export const describeCaseAction = formAction(describeCase, {
  refresh: "/cases/[caseId]",
  saved: t("Sentence saved."),
});

export const recordConflictAction = formAction(recordConflict, {
  refresh: "/cases/[caseId]",
  saved: t("Saved. They see nothing of this client from now."),
});

export const liftConflictAction = formAction(liftConflict, { refresh: "/cases/[caseId]", saved: t("Lifted.") });

export const amendCaseFieldsAction = formAction(amendCaseFields, {
  refresh: "/cases/[caseId]",
  saved: t("Fields saved."),
  input: nestedForm,
});
