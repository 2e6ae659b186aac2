"use server";

import { formAction } from "@/app/form-action";
import { assessDanger } from "@/lib/casework/danger/assess-danger";
import { t } from "@/lib/platform/language/translate";

export const assessDangerAction = formAction(assessDanger, {
  refresh: "/cases/[caseId]",
  evenRefused: true,
  saved: t("Danger assessed."),
});
