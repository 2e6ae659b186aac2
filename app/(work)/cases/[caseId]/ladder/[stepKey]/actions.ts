"use server";

import { formAction } from "@/app/form-action";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { reopenStep } from "@/lib/escalation/ladder/commands/reopen-step";
import { skipStep } from "@/lib/escalation/ladder/commands/skip-step";
import { submitStep } from "@/lib/escalation/ladder/commands/submit-step";
import { logReply } from "@/lib/escalation/replies/log-reply";
import { t } from "@/lib/platform/language/translate";

/** Nothing is sent by it: there is one report more to send. */
export const addPlatformAction = formAction(beginStep, { refresh: "/cases/[caseId]", saved: t("Platform added") });

export const submitStepAction = formAction(submitStep, {
  refresh: "/cases/[caseId]",
  saved: t("Marked as sent. Its clocks are running."),
});

export const logReplyAction = formAction(logReply, {
  refresh: "/cases/[caseId]",
  saved: ({ ended }) => savedWords(ended),
});

/** What was ended by it is said: nobody chases it any more. */
const savedWords = (ended: readonly string[]) =>
  ended.length > 0 ? t("Saved. It ended: {ended}.", { ended: ended.join("; ") }) : t("Saved");

export const skipStepAction = formAction(skipStep, { refresh: "/cases/[caseId]", saved: t("Marked as not needed") });

export const reopenStepAction = formAction(reopenStep, { refresh: "/cases/[caseId]", saved: t("Undone") });
