"use server";

import { formAction } from "@/app/form-action";
import { movePlaybook } from "@/lib/casework/cases/commands/move-playbook";
import { t } from "@/lib/platform/language/translate";

export const movePlaybookAction = formAction(movePlaybook, {
  refresh: "/cases",
  evenRefused: true,
  saved: t("Moved. The ladder follows the newer version."),
});
