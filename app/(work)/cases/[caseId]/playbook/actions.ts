"use server";

import { formAction } from "@/app/form-action";
import { movePlaybook } from "@/lib/casework/cases/commands/move-playbook";

export const movePlaybookAction = formAction(movePlaybook, {
  refresh: "/cases",
  evenRefused: true,
  saved: "Moved. The ladder follows the newer version.",
});
