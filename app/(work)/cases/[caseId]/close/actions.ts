"use server";

import { formAction } from "@/app/form-action";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { reopenCase } from "@/lib/casework/cases/commands/reopen-case";

export const closeCaseAction = formAction(closeCase, { refresh: "/cases/[caseId]", saved: "Case closed." });

export const reopenCaseAction = formAction(reopenCase, { refresh: "/cases/[caseId]", saved: "Case opened again." });
