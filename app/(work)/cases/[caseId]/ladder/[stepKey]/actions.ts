"use server";

import { formAction } from "@/app/form-action";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { recordOutcome } from "@/lib/escalation/ladder/commands/record-outcome";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { t } from "@/lib/platform/language/translate";

export const beginStepAction = formAction(beginStep, { refresh: "/cases/[caseId]", saved: t("Step begun") });

/** Nothing is sent by it: there is one report more to send. */
export const addPlatformAction = formAction(beginStep, { refresh: "/cases/[caseId]", saved: t("Platform added") });

export const submitStepAction = formAction(submitStep, {
  refresh: "/cases/[caseId]",
  saved: t("Marked as sent. Its clocks are running."),
});

export const recordOutcomeAction = formAction(recordOutcome, {
  refresh: "/cases/[caseId]",
  saved: t("Outcome recorded"),
});

export const noteContactAction = formAction(noteContact, { refresh: "/cases/[caseId]", saved: t("Noted") });

export const skipStepAction = formAction(skipStep, { refresh: "/cases/[caseId]", saved: t("Step left out") });

export const skipReportAction = formAction(skipStep, { refresh: "/cases/[caseId]", saved: t("Report left out") });

export const reopenStepAction = formAction(reopenStep, { refresh: "/cases/[caseId]", saved: t("Step opened again") });
