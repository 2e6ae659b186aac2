"use server";

import { nestedForm } from "@/app/(work)/cases/nested-form";
import { formAction } from "@/app/form-action";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";
import { t } from "@/lib/platform/language/translate";

export const closeCaseAction = formAction(closeCase, {
  refresh: "/cases/[caseId]",
  saved: t("Case closed."),
  input: nestedForm,
});

export const reopenCaseAction = formAction(reopenCase, { refresh: "/cases/[caseId]", saved: t("Case opened again.") });
