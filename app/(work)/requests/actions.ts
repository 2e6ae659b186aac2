"use server";

import { formAction } from "@/app/form-action";
import { askAccess } from "@/lib/operations/exports/ask-access";
import { t } from "@/lib/platform/language/translate";
import { amendRequest } from "@/lib/privacy/data-subject-requests/commands/amend-request";
import { confirmIdentity } from "@/lib/privacy/data-subject-requests/commands/confirm-identity";
import { decideRequest } from "@/lib/privacy/data-subject-requests/commands/decide-request";
import { noteAnswer } from "@/lib/privacy/data-subject-requests/commands/note-answer";
import { noteCorrection } from "@/lib/privacy/data-subject-requests/commands/note-correction";
import { recordRequest } from "@/lib/privacy/data-subject-requests/commands/record-request";
import { withdrawRequest } from "@/lib/privacy/data-subject-requests/commands/withdraw-request";

export const recordRequestAction = formAction(recordRequest, {
  refresh: "/",
  saved: ({ number }) => t("Recorded as request {number}. Open it above.", { number }),
});

export const confirmIdentityAction = formAction(confirmIdentity, { refresh: "/requests", saved: t("Noted.") });

export const decideRequestAction = formAction(decideRequest, { refresh: "/requests", saved: t("Decided.") });

export const noteAnswerAction = formAction(noteAnswer, { refresh: "/", saved: t("Noted.") });

export const withdrawRequestAction = formAction(withdrawRequest, { refresh: "/", saved: t("Withdrawn.") });

export const amendRequestAction = formAction(amendRequest, { refresh: "/", saved: t("Changed.") });

export const noteCorrectionAction = formAction(noteCorrection, {
  refresh: "/",
  saved: t("Put right. What stood there before is kept."),
});

export const askAccessAction = formAction(askAccess, {
  confirm: "export.ask",
  refresh: "/requests",
  saved: t("The folder is being made."),
});
